"""The Front Door: who waits, the way in, words to say."""
