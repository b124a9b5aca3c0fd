"""The rules of the front door: office hours, the clock that counts them alone, and how an inquiry stands."""
