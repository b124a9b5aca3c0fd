"""Words that are mostly names, and words that are not although they begin with a capital letter."""

from __future__ import annotations

FIRST = frozenset(
    """
    aaliyah aaron abdul abigail adam adele adrian adriana agnes ahmed aidan aisha alan albert alejandra alejandro
    alex alexander alexandra alexis alfred alice alicia alison allison alma alyssa amanda amelia amina amir amy ana
    andre andrea andrew andy angela angelica angelina anika anita ann anna anne annie anthony antoine antonio anya
    arjun arlene arthur ashley asha audrey barbara beatrice becky belinda ben benjamin bernard bernice beth bethany
    betty beverly bianca blanca bonnie brad bradley brandi brandon brenda brendan brent brett brian brianna bridget
    brittany bruce bryan caleb calvin camila cameron candace carl carla carlos carmen caroline carrie casey
    cassandra catherine cecilia celeste cesar chad charles charlie chen cheryl chinwe chloe chris christina
    christine christopher cindy claire clara clarence claudia clifford clinton cody colin colleen connie connor
    constance corey courtney craig crystal curtis cynthia daniel daniela danielle danny darlene darnell darrell
    darren dave david deborah debra deepak deja denise dennis derek deshawn desmond diana diane diego dmitri dolores
    dominic don donald donna doris dorothy douglas duane dustin dwayne dylan earl ebony eddie edgar eduardo edward
    edwin eileen elaine eleanor elena eli elias elijah elizabeth ella ellen emily emma emmanuel enrique eric erica
    erik erika erin ernest esperanza esteban esther ethan eugene eunice eva evan evelyn fatima felicia felipe
    fernando fiona florence frances francesca francis francisco franklin fred frederick gabriel gabriela gail
    garrett gary gavin george gerald geraldine gilbert gina giovanni gladys glenn gloria gordon greg gregory
    gretchen guadalupe guillermo gustavo gwen hailey hakim hannah harold harriet harry hassan hector heidi helen
    helena henry hernan herbert hiroshi holly howard hugo ian ibrahim ignacio ingrid irene isaac isabel isabella
    isaiah ivan jackie jackson jacob jacqueline jada jaime jake jamal james jamie jan jane janelle janet janice
    jared jasmine jason javier jeff jeffrey jenna jennifer jenny jeremiah jeremy jerome jerry jesse jessica jesus
    jill jim jimmy jin joan joann joanna joanne jocelyn joe joel johanna john johnny jon jonathan jorge jose joseph
    josh joshua joyce juan juanita judith judy julia julian julie julio justin kaitlyn kamal karen karina karl karla
    kate katherine kathleen kathryn kathy katie kayla keisha keith kelly kelsey kelvin ken kendra kenneth kenya
    kerry kevin khadija kim kimberly kiran krista kristen kristin kristina kurt kwame kyle lakeisha lamar larry
    latasha latoya laura lauren laurie lawrence leah leila lena leo leon leonard leonardo leroy leslie leticia lewis
    liam lillian linda lindsay lindsey lisa logan lois lorenzo lori lorraine louis louise lucas lucia lucille lucy
    luis luke luther lydia lynn mackenzie maddie maggie mahmoud malik mandy manuel marc marcela marcia marco marcos
    marcus margaret margarita maria mariah marianne maribel marie marilyn mario marisol marjorie marlene marsha
    martha martin marvin mary mateo matthew maureen maurice maxwell megan mei melanie melinda melissa melvin
    mercedes meredith michael michele michelle miguel mike mildred ming miranda mitchell mohamed mohammed moises
    molly monica monique morgan moses muhammad nadia nancy naomi natalia natalie natasha nathan nathaniel neil
    nelson nicholas nicole nikhil nina nora norma norman olga oliver olivia omar oscar owen pablo paige pamela
    patricia patrick patty paul paula pauline pedro peggy peter phil philip phillip phyllis pierre preston priya
    rachel rafael raj rajesh ralph ramon randall randy raquel raul ravi raymond rebecca regina rene renee reuben
    rhonda ricardo richard rick ricky rita robert roberta roberto rodney rodrigo roger roland roman ronald ronnie
    rosa rosalind rosario rosemary ross roxanne roy russell ruth ryan sabrina sally sam samantha samir samuel sandra
    sanjay sara sarah sasha scott sean sebastian sergio seth shane shaniqua shannon sharon shaun shauna shawn sheila
    shelby sheldon sherri sherry shirley sofia sonia sonya sophia sophie stacey stacy stanley stella stephanie
    stephen steve steven stuart susan suzanne sylvia tamara tameka tammy tania tanya tara taylor ted terence teresa
    terrance terrell terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tonya
    tracey tracy travis trevor tricia troy tyler tyrone valentina valerie vanessa vera vernon veronica vicki vicky
    vikram vincent virginia vivian vladimir walter wanda wayne wendy wesley whitney willie william wilma winston
    xavier xiomara yolanda yusuf yvette yvonne zachary zainab zoe
    """.split()
)
"""First names that are hardly ever anything else."""

ALSO_FIRST = frozenset(
    """
    alexandria amber angel april art august austin autumn bill bob brooke brooklyn carol carter chance charity
    charlotte chase chelsea christian cliff daisy dale dawn dean destiny drew eden faith frank gene ginger glen
    grace grant guy harmony harper hazel heather hope hunter iris israel ivy jack jasper jay jean jordan joy june
    kent lance lily madison marina mark mason max may melody mercy miles misty olive pat pearl penny ray reed rich
    rob robin rose ruby rusty savannah skip skye stone sue summer sunny sydney terra trinity tyson victor victoria
    violet wade will
    """.split()
)
"""First names that are also words: they count when a family name follows."""

LAST = frozenset(
    """
    abbott abdi abdullah acosta adams adeyemi aguilar ahmed alexander ali allen alvarado alvarez andersen anderson
    andrews arias armstrong arnold arroyo avila ayala bailey baker barnes barnett barrett barrios becerra beltran
    bennett bernal bishop boyd bradley brennan briggs brooks bryant burke burnett burns burton butler byrd cabrera
    calderon caldwell camacho campbell campos cardenas carlson carpenter carrillo carroll carson castaneda castillo
    castro cervantes chan chang chavez chen cheng choi chowdhury chu chung clark clarke cohen cole coleman collins
    contreras cooper corona cortez cox crawford cruz cummings cunningham curtis daniels davidson davis delacruz
    deleon delgado diaz diaz-lopez dixon doyle duarte duncan dunn edwards elliott ellis erickson escobar espinoza
    estrada evans farrell ferguson fernandez figueroa fitzgerald fleming fletcher flores flynn foster fowler fox
    franklin frazier freeman friedman fuentes fuller gallagher gallegos garcia gardner garrett garza gibson gilbert
    goldberg goldstein gomez gonzales gonzalez goodman gordon graham gray greene griffin gupta gutierrez guzman hale
    hall hamilton hampton hansen hanson harris harrison hart harvey hassan hawkins hayes henderson hernandez herrera
    hicks hoang hoffman holmes hopkins horton howard howell huang hudson huerta hughes hussain ibarra ingram jackson
    jacobs jacobson jain james jenkins jensen jimenez johnson johnston jones joseph juarez kaplan kapoor katz kaur
    kelley kelly kennedy khan kim klein knight kowalski kramer kumar lambert larson lawrence lawson lee leon leonard
    levine levy lewis li lin lindsey liu lopez lowe lozano lucas lynch macdonald mack maldonado marquez martin
    martinez mason matthews maxwell mccarthy mccoy mcdonald mcgee mckinney medina mehta mejia melendez mendez
    mendoza meyer meyers miller miranda mitchell mohamed molina montes montgomery montoya moore morales moran moreno
    morgan morris morrison mueller munoz murphy murray murillo myers nakamura navarro nelson newman newton nguyen
    nichols nunez obi ochoa oconnor o'connor o'brien o'neill odonnell ohara okafor okonkwo oliver olivares olsen
    olson orozco ortega ortiz osborne owens pacheco padilla palmer park parker parsons patel patterson payne pena
    peralta perez perkins perry peters petersen peterson pham phillips porter powell quinn quintero ramirez ramos
    ramsey rao reddy reed reid reyes reynolds rhodes richards richardson riley rios rivas rivera roberts robertson
    robinson robles rodgers rodriguez rogers rojas roman romero rosales rosario rosen rosenberg ross rossi roth
    rubin ruiz russell ryan saito salazar salinas sanchez sanders sandoval santana santiago santos sato saunders
    schmidt schneider schroeder schultz schwartz scott serrano sharma shaw shelton shah shapiro silva simmons simon
    simpson sims singh smith snyder solis soto spencer stephens stevens stevenson stewart strickland suarez sullivan
    sutton suzuki swanson tanaka tapia taylor thomas thompson thornton torres tran trujillo tucker turner valdez
    valencia valenzuela vargas vasquez vaughn vazquez vega velasquez velazquez villa villanueva villarreal wagner
    walker wallace walsh walters walton wang warren washington watkins watson watts weaver weber webster weiss
    wheeler whitehead whitaker wilkins wilkinson williams williamson willis wilson wong wright wu yamamoto yang
    yates young yu zamora zavala zhang zhao zimmerman
    """.split()
)
"""Family names: they make a name of the word with a capital letter before them."""

NOT_NAMES = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur
    thurs fri sat sun spring summer autumn fall winter christmas thanksgiving easter passover hanukkah ramadan eid
    juneteenth memorial labor veterans independence presidents columbus mother father valentine new year day days
    eve week weekend month quarter season morning afternoon evening night today tomorrow yesterday tonight noon
    accounting administration documentation scheduling record records record-keeping recordkeeping training systems
    operations outreach front back door office area board journal theme word wins rituals money learning supplies
    space legal insurance licensing compliance marketing billing payroll taxes tax bank banking finance benefits hr
    it aetna anthem ambetter amerihealth beacon blue cross shield bcbs carelon centene cigna elevance evernorth
    excellus fidelis harvard pilgrim healthfirst highmark humana kaiser permanente magellan medicaid medicare
    metlife molina optum oscar oxford premera priority regence tricare tufts united unitedhealth unitedhealthcare
    wellcare wellpoint emblem empire federal state county city national american alma headway grow rula growtherapy
    betterhelp talkspace lyra modern simple simplepractice practice theranest therapynotes jane valant epic zoom
    doxy google microsoft apple amazon dropbox icloud office365 outlook gmail quickbooks xero square stripe venmo
    zelle paypal gusto mailchimp squarespace wordpress wix canva slack notion linkedin facebook instagram psychology
    yelp caqh nppes npi cms hipaa hitech irs ein era eob ehr emr cpt icd dsm mrn ce ceu cme baa nda phq gad emdr dbt
    cbt act ifs aedp pcl moca chase wells fargo citi capital one pnc td ally chime citibank discover amex visa
    mastercard dell hp brother canon epson fedex ups usps post mail agency agreement agreements alliance annual
    answer app application appointment appeal appeals articles assessment association attorney audit authority
    authorization baby backup bill bills blank book books box brief budget bureau business calendar call calls card
    care cash ceiling center centre certificate chair change channel chapter chart charter check checklist checks
    children church claim claims class clean clear clinic clinical close closing closet code coffee cohort
    collective college commission committee community company computer conference consent consents consult
    consultant consultation consulting contact contract copier copy corporation council counsel counseling counselor
    course court cover covid cowork credit credentialing criminal crisis cupboard customer data deadline denial
    department deposit desk diagnosis diary digital directory disability discharge district division doctor document
    draft dream drive due duty edition education electric elementary email emergency employee energy english
    enrollment entry equipment estimate estimated ethics event exam exchange expense family faith fax fee feedback
    field file files final fire first fiscal folder follow form forms forum foundation friend friends full fund game
    garden gas general gift glass goal good grant great grief ground group groups growth guide guild hall handbook
    happy hard head health healthcare help high holiday home hope hospital hotel hour hours house human idea
    immediate inbox income individual inn inquiry institute intake interim internal international internet interview
    inventory invoice invoices island key kids kit kitchen lab lamp landlord language laptop law lease ledger letter
    letters level liability library license life line link list loan local lock log logic lost lounge lunch machine
    magazine main maintenance major malpractice manager manual map market master matters media medical medicine
    meeting mental mileage mind mindful mindfulness minutes modules mutual name net network news newsletter next
    note notes notice notification number nurse nursing nutrition officer official online open order organization
    orientation packet page pages paid paper parent park parking part partner partners password patient pay payer
    payment payments peer pension people permit pharmacy phone photo plan plans plant plants plus policies policy
    pool portal portfolio postcard power premium prep prescription press price primary print printer prior privacy
    private pro processor professional profile profit program progress project promise proof property protocol
    provider psychiatry psychological public purchase question questions quick quote raise rate rates read reading
    receipt receipts reception recovery red referral referrals refresh refund register registered registration
    release releases relief remittance reminder renewal rent report reports request requests resource restore
    retirement retreat return returns review rights risk road room rooms routine safe safety salary sale same scan
    schedule school science score screen search second secretary section security self send senior service services
    session sessions setup share sheet shelf shop short sick sign signature site slide slides sliding small social
    society software solutions south sound special spotlight staff standard start statement states station status
    step steps stock storage store story street stress student studio study sub submission summary superbill
    superbills supervision supervisor supply support surgery survey system table talk task tasks team tech
    technology telehealth template term test tests text therapist therapists therapy thing third tickets time timer
    title to tool toolkit top town transfer trauma travel treatment tree trust turn tutorial unit university unum
    update updates urgent user utilities utility vacation vendor verification version video view virtual voice
    voicemail volunteer wait waiting waitlist walk wall warm washroom water way web webinar website welcome wellness
    west wireless with work workbook worker workers workshop world write writing your youth zone about after again
    all and another around as ask at before bring buy by can catch choose collect confirm consider create decide
    delete do download draw fill find finish fix for from get give go got hire how i if import in install invite
    keep learn leave let look make meet mention message more move my no not of off offer on or our out over pack
    paint pick please prepare put reach reconcile remind renew replace reply reschedule resend resubmit reset
    respond rewrite run save see sell set she show sort stop submit swap take tell thank that the their then they
    think this tidy try up upload use verify via visit wash watch we what when where who why without yes you dr mr
    mrs ms mx miss prof sir north east northern western southern eastern los las san santa saint el la fort mount
    palo avenue ave blvd lane st suite apt floor inc llc pllc pc lcsw lpc lmft phd psyd md
    """.split()
)
"""Words that are no part of a name although they begin with a capital letter: of the calendar, the trade, the post."""
