"""The wordings in which running text tells who led, who wrote, who was there and who was away."""

from __future__ import annotations

from dataclasses import dataclass

from extractors._sieve import Sieved

P = r"(?P<p>[A-ZÆØÅ][\wæøåé.’'-]+(?:\s+[A-ZÆØÅ][\wæøåé.’'-]+){0,4}(?:\s+[A-HJ-ZÆØ](?=\s+[a-zæøå]))?)"
_LETTER = r"(?:[^.:;]|(?<=\b[A-ZÆØÅ])\.|(?<=\bavd)\.|(?<=\bChr)\.|(?<=\bJoh)\.)"
"""A letter of a list of people, or the full stop of an initial or a short word among them."""
_MANY = rf"(?P<many>[A-ZÆØÅ]{_LETTER}{{2,200}}?)"
_LIST = r"(?P<many>(?:[^.:;]|\b(?:siv|ing|adm|dir|avd|ass|hr|dr|prof|kst|drm|Drm|Chr|Joh|[A-ZÆØÅ])\.|\b\d\.(?=\s+vara)){4,600}?)"
_OFFICE = r"(?:(?:(?:dr|prof|ing|adv|hr)\.|[a-zæøå][\wæøå-]+|Rektor|Leder|Leiar|Leiaren|Lederen|Styreleder|Styreleiar|Ordfører|Ordførar|Nestleder|Nestleiar|Sekretær|Formann|Daglig leder|Dagleg leiar|Teknisk sjef|Administrerende direktør|Administrerande direktør)\s+)?"
_STAYED = r"(?:(?:lå|låg|var)\s+(?:sjuk|syk|til sengs|i influensa|med influensa|på ferie|på (?:jobb|reise|tur|kurs|sjøen|arbeid|vakt|hytta|hytte|fjellet|fiske|jakt|skitur|seminar|konferanse)|i (?:utlandet|Syden|permisjon)|bortreist|hjemme|heime|på sjukehus|på sykehus|(?:hjemme |heime )?med (?:feber|influensa|omgangssyke|omgangssjuke|forkjølelse|vond rygg|vondt i)|på (?!Teams|Zoom|Skype|Meet|Messenger|Discord|Facetime)[A-ZÆØÅ][a-zæøå]{3,})|hadde\s+(?:feber|influensa|omgangssyke|omgangssjuke|vakt|kveldsvakt|nattevakt|sykt barn|sjukt barn|vondt i))"
"""What is told of somebody who was ill or elsewhere."""
_VALD = r"(?:ble|vart|blei)\s+(?:samrøystes\s+|enstemmig\s+)?(?:valgt|vald|valt|foreslått og valgt|oppnevnt)e?\s+(?:til|som)\s+"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One named way in which prose tells of somebody's part; `role` or else `status` is what it says."""

    name: str
    pattern: Sieved
    role: str | None = None
    status: str = "present"
    confidence: float = 0.9


def _p(name: str, pattern: str, **kw: object) -> Pattern:
    return Pattern(name, Sieved(pattern), **kw)  # type: ignore[arg-type]


PATTERNS = (
    _p("led the meeting", rf"(?:^|,\s+og\s+|\bog\s+){_OFFICE}{P}\s+(?:ledet|ledede|leda|leia|leidde|styrte|leiet)\s+(?:dette |dagens )?(?:møtet|møte)", role="chair"),
    _p("meeting led by", rf"(?:[Mm]øtet|[Mm]øte|[Dd]et)\s+(?:ble|vart|blei)\s+(?:leda|ledet|leia|leidd|styrt)\s+av\s+(?:(?:[a-zæøå-]+\s+){{0,3}}|(?:[a-zæøå-]+\s+){{1,5}}[a-zæøå]+,\s+){P}", role="chair"),
    _p("led, in apposition", rf"(?:^|\s){P},\s+(?:(?:som|hun|han|ho)\s+)?(?:også\s+|òg\s+)?(?:ledet|ledede|leda|leia|leidde|styrte)\s+(?:også\s+|òg\s+)?(?:dette |dagens )?(?:møtet|møte)\b", role="chair"),
    _p("asked to lead", rf"(?:^|[.,;]\s|\bog\s){P}\s+(?:(?:ble|vart|blei)\s+(?:bedt|beden|beden|spurt|utfordret|utfordra|satt|sett|pekt ut)\s+(?:om|til)\s+å|tok på seg å|sa ja til å)\s+(?:lede|leda|leie|leia|styre|styra)\b(?:\s+møtet)?(?!\s+(?:imens|så lenge|under|i sak|mens|medan|når|da|då|neste|arbeid))", role="chair", confidence=0.85),
    _p("mayor opened", rf"^(?:Ordfører|Ordførar|Varaordfører|Varaordførar|Fylkesordfører|Fylkesordførar)\s+{P}\s+(?:åpnet|åpna|opnet|opna)\s+møtet\b", role="chair", confidence=0.85),
    _p("opened and led", rf"^{_OFFICE}{P}\s+(?:åpnet|åpna|opnet|opna)\s+(?:møtet\s+)?og\s+(?:ledet|leda|leia|leidde|styrte|styrde)\b", role="chair"),
    _p("opened and was elected", rf"^{_OFFICE}{P}\s+(?:åpnet|åpna|opnet|opna)\s+møtet\b[^.;]{{0,40}}?\s+og\s+(?:var\s+|(?:(?:ble|vart|blei)\s+)?(?:samrøystes\s+|enstemmig\s+)?(?:valgt|vald|valt)\s+til\s+)(?:møteleder|møteleiar|ordstyrer|ordstyrar|møtestyrar|dirigent)\b", role="chair"),
    _p("led by", rf"\bunder\s+(?:leiing|leiding|ledelse)\s+av\s+(?:[a-zæøå-]+\s+){{0,2}}{P}", role="chair"),
    _p("chosen to lead", rf"(?:^|[.,;:]\s|\bog\s){P}\s+(?:til|som)\s+(?:møteleder|møteleiar|ordstyrer|ordstyrar|møtestyrar|dirigent)\b", role="chair", confidence=0.85),
    _p("so somebody led", rf",\s+(?:så\s+)?(?:ledet|leda|leidde|leia|styrte|styrde)\s+{_OFFICE}{P}\s+møtet\b", role="chair", confidence=0.85),
    _p("so they led", rf",\s+så\s+{_OFFICE}{P}\s+(?:ledet|leda|leidde|leia|styrte|styrde)\s+møtet\b", role="chair", confidence=0.85),
    _p("so somebody wrote", rf",\s+(?:så\s+)?(?:skrev|skreiv|førte)\s+{_OFFICE}{P}\s+(?:referat|protokoll|møtebok)\w*\b", role="minute_taker", confidence=0.85),
    _p("record kept by", rf"^(?:[Mm]øtebok|[Pp]rotokoll|[Rr]eferat|[Nn]otat(?:er|ar)?|[Nn]oter(?:te|er|ar)?):\s+{P}[.]?$", role="minute_taker"),
    _p("is chair", rf"(?:^|\)\s+|[.;]\s+){P}\s+(?:er|var|(?:satt|sat|fungerte|virka|verka|virket)\s+som)\s+(?:ordstyrer|ordstyrar|møteleder|møteleiar|møtestyrar|dirigent|setteleder|setjeleiar|settemøteleder|setjemøteleiar)\b", role="chair"),
    _p("elected chair", rf"(?:^|[.,;]\s|\bog\s)(?:[a-zæøå-]+\s+)?{P}(?:\s+(?:fra|frå)\s+(?P<org>[A-ZÆØÅ][\wæøåÆØÅ-]+))?,?\s+{_VALD}(?:å\s+(?:leia|leie|lede|leda|styre|styra)\s+(?:\w*møtet|\w*møte)\b|møteleder|møteleiar|ordstyrer|ordstyrar|møtestyrar|dirigent)", role="chair"),
    _p("chairs elected", rf"(?:[Ss]om|[Tt]il)\s+(?:møteledere|møteleiarar|ordstyrere|ordstyrarar|dirigenter|dirigentar)\s+(?:valgtes|valdes|(?:ble|vart|blei)\s+(?:(?:enstemmig|samrøystes)\s+)?(?:valgt|vald|valt)e?)\s*:?\s+{_MANY}[.]?$", role="chair"),
    _p("writers elected", rf"(?:[Ss]om|[Tt]il)\s+(?:referenter|referentar|skrivarar|skrivere|møteskrivarar|protokollførere|protokollførarar)(?:\s+(?:valgtes|valdes|(?:ble|vart|blei)\s+(?:(?:enstemmig|samrøystes)\s+)?(?:valgt|vald|valt)e?))?\s*:?\s+{_MANY}[.]?$", role="minute_taker"),
    _p("elected writers", rf"^{_MANY}\s+{_VALD}(?:referenter|referentar|skrivarar|skrivere|møteskrivarar|protokollførere|protokollførarar)\b", role="minute_taker"),
    _p("is leader and led", rf"^{P}\s+(?:er|var)\s+(?:nest)?(?:leder|leiar)\b[^.;]{{0,40}}?\s+og\s+(?:leidde|ledet|leda|leia|styrte|styrde)\s+(?:møtet|møte|ordet)\b", role="chair"),
    _p("chair elected", rf"(?<!\bmed )(?:[Mm]øteleder|[Mm]øteleiar|[Oo]rdstyrer|[Oo]rdstyrar|[Dd]irigent):?(?:\s+(?:\w+dag|første dag|fyrste dag|i dag))?\s+(?:ble|vart|blei|var)\s+(?:valgt|vald|valt)?\s*:?\s*(?!foresl)(?:[a-zæøå.]+\s+)?{P}", role="chair"),
    _p("elected as chair", rf"(?:[Ss]om|[Tt]il)\s+(?:møteleder|møteleiar|ordstyrer|ordstyrar|dirigent)\s+(?:valgtes|valdes|(?:ble|vart|blei)\s+(?:(?:enstemmig|samrøystes)\s+)?(?:valgt|vald|valt|foreslått|foreslege))\s+(?:[a-zæøå.]+\s+)?{P}(?:,?\s+(?:fra|frå)\s+(?P<org>[A-ZÆØÅ][^.,;:()]{{1,40}}))?", role="chair"),
    _p("elected minute taker", rf"(?:^|[.,;]\s|\bog\s)(?:[a-zæøå-]+\s+)?{P}\s+(?:(?:{_VALD})?(?:som|til)?\s*(?:referent|skrivar|møteskrivar|protokollfører|protokollførar)|(?:{_VALD}|som\s+|til\s+)sekretær)\b(?!\s+for)", role="minute_taker", confidence=0.85),
    _p("signed as secretary", rf"^{P}\s+(?:møte|utvalgs?|utvals?)?sekretær$", role="secretary", confidence=0.85),
    _p("elected to write", rf"(?:^|[.,;]\s|\bog\s)(?:[a-zæøå]+\s+)?{P}\s+(?:{_VALD})?(?:å\s+)?(?:til å\s+)?(?:føre|føra|skrive|skriva)\s+(?:protokoll|referat|møtebok)", role="minute_taker", confidence=0.88),
    _p("elected as minute taker", rf"(?:[Ss]om|[Tt]il)\s+(?:referent|skrivar|møteskrivar|protokollfører|protokollførar|sekretær)\s+(?:valgtes|valdes|(?:ble|vart|blei)\s+(?:(?:enstemmig|samrøystes)\s+)?(?:valgt|vald|valt|foreslått|foreslege))\s+{P}", role="minute_taker"),
    _p("as minute taker elected", rf"(?:[Ss]om|[Tt]il)\s+(?:referent|skrivar|møteskrivar|protokollfører|protokollførar|møtesekretær)\s+(?:ble|vart|blei)\s+(?:[a-zæøå.]+\s+)?{P}\s+(?:(?:enstemmig|samrøystes)\s+)?(?:valgt|vald|valt|foreslått|oppnevnt|oppnemnd)\b", role="minute_taker"),
    _p("as chair elected", rf"(?:[Ss]om|[Tt]il)\s+(?:møteleder|møteleiar|ordstyrer|ordstyrar|møtestyrar|dirigent)\s+(?:ble|vart|blei)\s+(?:[a-zæøå.]+\s+)?{P}\s+(?:(?:enstemmig|samrøystes)\s+)?(?:valgt|vald|valt)\b", role="chair"),
    _p("and to write", rf"(?:,|\bog)\s+(?:til|som)\s+(?:skrivar|referent|møteskrivar|protokollfører|protokollførar|sekretær)\s+{P}", role="minute_taker", confidence=0.88),
    _p("chair named after role", rf"(?:^|[:,]\s*)(?:møteleder|møteleiar|ordstyrer|ordstyrar|møtestyrar|dirigent)\s+{P}", role="chair"),
    _p("writer named after role", rf"(?:^|[:,]\s*)(?:referent|skrivar|møteskrivar|protokollfører|protokollførar)\s+{P}", role="minute_taker"),
    _p("chair in parenthesis", rf"\((?:[Mm]øteleder|[Mm]øteleiar|[Oo]rdstyrer|[Oo]rdstyrar)\s*:?\s+{P}", role="chair"),
    _p("came in their place", rf"(?:^|[,;]\s+(?:og|men)\s+|\bog\s+|\bmen\s+){_OFFICE}{P}\s+(?:møtte|stilte|kom|deltok)\s+(?:som\s+(?:hans|hennes|hennar|deira|deres|personlig|personleg)\s+(?:personlige\s+|personlege\s+)?vara(?:medlem|representant|mann)?|i\s+(?:hans|hennes|hennar)\s+(?:sted|stad))\b", role="deputy", confidence=0.85),
    _p("in whose place came", rf"^(?:I|På)\s+(?:hans|hennes|hennar|[A-ZÆØÅ][\w.-]+(?:\s[A-ZÆØÅ][\w.-]+){{0,2}}?(?:s|\ssin|\ssi)?)\s+(?:sted|stad|plass)\s+(?:møtte|kom|stilte|deltok)\s+{_OFFICE}{P}(?:\s+(?:fra|frå)\s+(?P<org>[\wæøåÆØÅ][^.,;:()]{{1,40}}))?", role="deputy", confidence=0.85),
    _p("is minute taker", rf"\b{P}\s+(?:er|var|som)\s+(?:referent|skrivar|møteskrivar)\b", role="minute_taker"),
    _p("wrote", rf"(?:^|[,;]\s+(?:og\s+)?|\bog\s+){_OFFICE}{P}\s+(?:skrev|skreiv|skriv|skriver|noterte|førte|fører|fører i pennen|tok|tastet|tasta|tasta inn|loggfører|loggførte|loggførar|(?:[a-zæøå]+\s+){{1,5}}og\s+(?:skrev|skreiv|skriv|skriver|noterte|noterer|førte))\s*(?:ned(?:\s+(?:det|alt)\s+som\s+(?:ble|vart|blei)\s+(?:sagt|bestemt|vedtatt|vedteke|gjort))?|referat(?:et)?|protokoll(?:en)?|møtebok(?:a|en)?|notat(?:er|ar)?|logg(?:en)?|boka|boken|pennen)?\b(?=\s*(?:\.|$|,|og|ble|fra))", role="minute_taker", confidence=0.8),
    _p("written down by", rf"(?:[Ss]krevet|[Ss]krive|[Nn]otert)\s+(?:ned\s+)?av\s+{P}", role="minute_taker", confidence=0.85),
    _p("had the word", rf"(?:^|\bog\s+){P}\s+(?:styrte|styrde|førte)\s+ordet\b", role="chair", confidence=0.85),
    _p("notes by", rf"\b[Nn]otat(?:er|ene|ar|ane)?\s+(?:er\s+)?(?:tatt|tekne|teke|ført|skrevet|skrive)\s+av\s+{P}", role="minute_taker"),
    _p("written by", rf"(?:[Rr]eferat(?:et)?|[Pp]rotokoll(?:en)?|[Mm]øteboka?)\s+(?:ble\s+|vart\s+|blei\s+|er\s+)?(?:skrevet|skrive|skriven|ført|ført i pennen|ført i pennen)\s+av\s+(?:[a-zæøå-]+\s+)?{P}", role="minute_taker"),
    _p("minutes by", rf"^\W*(?:[Rr]ef(?:r|erent)?|REF|[Rr]eferat ved|[Rr]eferat v/?)(?:[.:/]\s*|\s+){P}(?:[ ,]\s*(?:den\s+)?\d[\d./ -]*)?\s*$", role="minute_taker"),
    _p("led, role listed", rf"\b(?:med|[Mm]ed)\s+{P}\s+som\s+(?:møteleder|møteleiar|ordstyrer|ordstyrar)", role="chair"),
    _p("came late", rf"(?:^|\b(?:og|mens|medan)\s+){P}\s+kom\s+(?:(?:først|fyrst|litt|noe|noko)\s+)?(?:da|då|til|etter|for sein\w*|sein\w*|under|midt|kl|klokk\w+|fra kl|frå kl|\d{1,2}[.:]\d\d)\b", confidence=0.8),
    _p("absent in prose", rf"^{_MANY}\s+(?:var|er|kunne|kunde)\s+(?:diverre\s+|dessverre\s+)?(?:ikke|ikkje)\s+(?:til\s?ste?des?|til\s?stades|møtt|møte|komme|kome|med|delta|delte)", status="absent", confidence=0.88),
    _p("was ill", rf"^{_MANY}\s+(?:var|er)\s+(?:sjuk|syk|sjukmeld|sykmeldt|bortreist|bortreiste|forhindret|forhindra|hindra|fraværende|fråverande|permittert|forkjølet|forkjøla|(?:i|på)\s+permisjon)\b", status="absent", confidence=0.8),
    _p("sent regrets", rf"^{_MANY}\s+(?:meldte|melde|hadde|har|måtte(?:\s+(?:dessverre|diverre))?)\s+(?:(?:meldt|melde)\s+(?:om\s+)?)?(?:forbi|forfall|fråvær|fravær|avbud|avbod)", status="absent", confidence=0.88),
    _p("could not come", rf"^{_MANY}\s+(?:hadde|har|hadde alt)\s+(?:sagt frå|sagt fra|gitt beskjed|meldt|sagt)\s+(?:om\s+)?at\s+(?:dei|de|han|hun|ho)\s+(?:ikkje|ikke)\b", status="absent", confidence=0.85),
    _p("regrets from", rf"(?:[Dd]et var|[Dd]et er|[Ff]orfall|[Mm]eldt forfall)\s+(?:meldt\s+)?(?:forfall\s+)?(?:fra|frå)\s+{_MANY}[.]?$", status="absent", confidence=0.85),
    _p("were present", rf"^{_MANY}\s+(?:var|er)\s+(?:òg\s+|også\s+)?(?:til\s?ste?des?|til\s?stades|tilstede|på møtet|møtt fram)\b", confidence=0.85),
    _p("may speak", rf"^{_MANY}\s+hadde\s+(?:møte-?|tale-?|forslags?-?|uttale-?)[\w, -]*rett\b", confidence=0.85),
    _p("present were", r"^(?:[Tt]il\s?(?:stede?|stades)\s+(?:fra|frå|for)\s+[^.:;,()]{3,50}?(?=\s+(?:var|møtte|deltok)\b)|[Mm]øtt|[Ff]rammøtt|[Ff]rammøtte|[Ff]remmøtte|[Tt]il\s?(?:stede?|stades)(?:\s+[a-zæøå]+){0,2}?|[Pp]å møtet|[Dd]esse|[Ff]ølgende|[Ff]ølgjande|[Ff]ram møtte|[Dd]eltakarar|[Dd]et)\s+(?:var|møtte|deltok|deltakarar var|var til stede|var til stades)\s*:?\s+" + _LIST + r"[.]?$", confidence=0.85),
    _p("these were there", r"^[^.:;]{0,40}?\b(?:[Dd]esse|[Dd]isse|[Ff]ølgende|[Ff]ølgjande)\s+(?:var|møtte|deltok|satt|sat)\b[^.:;,]{0,30}:\s+" + _LIST + r"[.]?$", confidence=0.85),
    _p("round the table were", r"^(?:[Rr]undt|[Vv]ed|I|På|Her|Der|Med)(?:\s+[a-zæøå]+){0,2}?\s+(?:var|satt|sat|møtte)\s*:?\s+(?=(?:[a-zæøå]+\s+){0,2}[A-ZÆØÅ])" + _LIST + r"[.]?$", confidence=0.85),
    _p("was there besides", rf"\b(?:var|kom|møtte)\s+(?:også|òg|dessuten|dessutan)\s+{_MANY}\s+(?:til\s?stede|til\s?stades|tilstede|med|innom|på møtet)\b", confidence=0.85),
    _p("attended", r"^(?:[Ff]rå|[Ff]ra)\s+(?P<org>[\wæøå. -]{2,40}?)\s+(?:møtte|deltok|stilte|kom|var)\s*:?\s+(?:(?:eg|jeg)(?:\s\([^()]{2,30}\))?(?:,|\s+og)\s+)?" + _LIST + r"(?:\s+(?:der|med|til\s?stede|til\s?stades|på møtet))?(?:\s+(?:med|under|på|ved|til|om)\s+[a-zæøå-]+.*)?[.]?$", confidence=0.85),
    _p("we were", rf"^(?:(?:[Vv]i|[Mm]e)\s+(?:var|satt|sat|møttes|møttest|samlet oss|samla oss)|(?:[^:;]{{0,80}}?\s)?(?:var|satt|sat|møttes|møttest|samlet|samla)\s+(?:vi|me))\s+[^:;]{{2,90}}:\s+{_MANY}[.]?$", confidence=0.8),
    _p("we were named", r"^(?:[Vv]i|[Mm]e)\s+(?:som\s+[a-zæøå]+(?:\s[a-zæøå]+){0,2}\s+)?(?:var|møtte)\s+" + _LIST + r"[.]?$", confidence=0.8),
    _p("was there too", rf"^{_MANY}\s+(?:var|kom)\s+(?:også|òg)\s+(?:der|med|innom|til stede|til stades)\b.*$", confidence=0.8),
    _p("body sent regrets", r"^(?P<org>[A-ZÆØÅ][^.:;(),]{1,50}?)\s+\((?P<many>[A-ZÆØÅ][^()]{3,60})\)\s+(?:(?:hadde|har)\s+)?(?:meldt|melde|meldte)\s+(?:forfall|fråvær|fravær|avbud|frå|fra)\b", status="absent", confidence=0.85),
    _p("rang to say", rf"^{_MANY}\s+(?:ringde|ringte|ringet|skrev|skreiv|sendte)\s+(?:og\s+(?:sa|meldte|melde)\s+)?(?:i?frå|i?fra|avbud|forfall)\b", status="absent", confidence=0.8),
    _p("so we missed", rf"^{_MANY}\s+(?:var|er)\s+[^.;:]{{3,60}}?,\s+så\s+(?:han|ham|henne|ho|dei|dem|de)\s+(?:savnet|savna|sakna|saknet)\s+(?:vi|me)\b", status="absent", confidence=0.85),
    _p("sent word", rf"^{_MANY}\s+(?:hadde|har)\s+(?:gitt|gjeve|sendt|sendt|meldt|lagt)\s+(?:beskjed|bod|melding|att bod|frå|fra|ifra|ifrå)\b", status="absent", confidence=0.75),
    _p("met", rf"^{_MANY},?\s+(?:møtte|deltok|møtte fram|var med)\s*(?:(?:i|på) møtet|fra styret|frå styret|på vegne av.*|(?:under|på|i|til|frå|fra|ved|for)\s+(?:sak|kl|saka|saken|deler|delar|digitalt|teams|telefon|administrasjonen|skolen|skulen|kommunen)\b.*)?[.]?$", confidence=0.75),
    _p("came too", rf"^{_MANY},?\s+(?:møtte|deltok|var med|var til stede|var til stades|var innom|var inne|ringte inn|kom innom|kom til|kom|var gjest|satt? i)\s+(?:(?:fram|frem|helt|heilt)\s+)?(?:etter|under|på|i|ved|til|frå|fra|for|(?<=innom )med|den|dei|de|om)\b.*$", confidence=0.8),
    _p("stayed away", rf"^{_MANY}\s+(?:kom|møtte|deltok)\s+(?:ikke|ikkje)\b", status="absent", confidence=0.8),
    _p("lay ill", rf"^{_MANY}\s+{_STAYED}\b", status="absent", confidence=0.8),
    _p("and lay ill", rf"(?:\bog|,\s+(?:og|men)|\bmens|\bmedan)\s+{P}\s+{_STAYED}\b", status="absent", confidence=0.8),
    _p("was in the chair", rf"^{P}(?:\s+\([^()]{{2,30}}\))?\s+(?:styrte møtet|satt ved roret|leidde|leda|ledet|satt i stolen|(?:styrte|styrde|leia)(?=\s*(?:[.;,]|$)|\s+(?:begge|båe|alle|heile|hele)\s|\s+(?:det (?:hele|heile)|praten|samtalen|ordskiftet|diskusjonen|samlinga|samlingen|seansen)\b))", role="chair", confidence=0.85),
    _p("from a body wrote", rf"(?:^|[.;,]\s+|\bog\s+){_OFFICE}{P}\s+(?:fra|frå)\s+(?:[a-zæøå]+\s+)?(?P<org>[A-ZÆØÅ][^.,;:()]{{1,40}}?)\s+(?:skrev|skreiv|førte|tok)\s+(?:referat|protokoll|notat|møtebok|rapport)\w*", role="minute_taker", confidence=0.85),
    _p("has written", rf"(?:^|[.;,]\s+|\bog\s+){_OFFICE}{P}\s+har\s+(?:skrevet|skrive|ført)\s+(?:ned\s+)?(?:referat|notat|rapport|protokoll|møtebok)\w*\b", role="minute_taker", confidence=0.85),
    _p("elected to take the minutes", rf"(?:^|[.,;]\s|\bog\s)(?:[Tt]il å|[Ff]or å)\s+(?:føre|føra|skrive|skriva)\s+(?:protokoll\w*|referat\w*|møtebok\w*)\s+(?:ble|vart|blei)\s+{P}", role="minute_taker"),
    _p("was secretary", rf"^{_OFFICE}{P}\s+(?:var|er)\s+(?:møte)?sekretær\b", role="secretary", confidence=0.8),
    _p("to sign", rf"(?:^|[.,;]\s|\bog\s){_MANY}\s+{_VALD}(?:å\s+)?(?:skrive under|underskrive|signere|protokollunderskrivere|å undertegne|medunderskrivere)", confidence=0.7),
    _p("elected to sign", rf"[Tt]il å\s+(?:skrive under|underskrive|undertegne|signere)\s+(?:protokoll\w*|møteboka|referatet)\b(?:[^.:;]{{0,30}}?\s(?:ble|vart|blei)\s+(?:valgt|vald|valt)e?\s+|\s*:\s+){_MANY}[.]?$", confidence=0.7),
    _p("besides came", r"^(?:[Dd]essuten|[Dd]essutan|[Ee]lles|[Ee]llers|[Ii] tillegg|[Vv]idere|[Vv]idare|[Oo]gså):?\s+(?:(?:møtte|deltok|stilte|kom|var)\s+)?" + _LIST + r"(?:\s+(?:med|til stede|til stades|tilstede|innom)(?:\s+(?:på|under|i|ved|til|frå|fra)\b.*)?)?[.]?$", confidence=0.8),
    _p("regrets of", r"^(?:[Ff]orfall|[Ff]råvær|[Ff]ravær|[Aa]vbud)\s+(?:hadde|(?:(?:var|er|vart|ble)\s+)?meldt (?:av|frå|fra))\s+" + _LIST + r"(?:,\s+som\b.*)?[.]?$", status="absent", confidence=0.88),
    _p("had sent regrets", rf"^(?:[Ff]orfall|[Ff]råvær|[Ff]ravær|[Aa]vbud|[Aa]vbod)\s+(?:hadde|har)\s+{_MANY}\s+(?:meldt|melde)\b", status="absent", confidence=0.85),
    _p("came to the item", r"^(?:[Tt]il|[Pp]å|[Uu]nder|[Ii]|[Vv]ed|[Ff]or)\s+(?:sak(?:ene|ane|en|a)?|pkt\.?|punkt)\s*\d[\d/]*(?:(?:,| og|-|–)\s*\d[\d/]*)*\s+(?:møtte|deltok|stilte|kom|var)\s+(?:også\s+|òg\s+)?" + _LIST + r"(?:\s+(?:med|til stede|til stades|tilstede|innom))?[.]?$", confidence=0.8),
    _p("absent were", r"^(?:[Ff]raværende|[Ff]råverande|[Bb]orte|[Ii]kke møtt|[Ii]kkje møtt|[Ff]orhindret|[Ff]orhindra)\s+(?:var|er)\s+(?=(?:[a-zæøå-]+\s+){0,2}[A-ZÆØÅ])" + _LIST + r"[.]?$", status="absent", confidence=0.85),
    _p("regrets beforehand", r"^(?:[Ii] forkant|[Ii] førevegen|[Pp]å forhånd|[Pp]å førehand|[Ff]ør møtet|[Ii] tillegg|[Dd]essuten|[Dd]essutan)\s+(?:hadde|har)\s+" + _LIST + r"\s+(?:meldt|melde|sendt)\s+(?:forfall|fråfall|frafall|avbud|avbod|fråvær|fravær|i?frå|i?fra)\b", status="absent", confidence=0.85),
    _p("was missed", r"^(?:[Vv]i|[Mm]e)\s+(?:savnet|savna|sakna|saknet)\s+" + _LIST + r"[.]?$", status="absent", confidence=0.8),
    _p("was elsewhere", rf"^{_MANY}\s+(?:var|er|hadde|har|måtte|skulle|låg|lå)\s+[^.,;]{{3,60}}?\s+og\s+(?:(?:kunne|kunde|kom|hadde|måtte)\s+(?:ikke|ikkje|meldt|melde)|(?:hadde\s+)?(?:sagt|sa|sendt|gitt|gjeve)\s+(?:i?frå|i?fra|beskjed|bod|avbud|forfall))\b", status="absent", confidence=0.85),
    _p("writer in apposition", rf"^[A-ZÆØÅ][a-zæøå]+(?:en|a|n|ede),\s+{P},\s+(?:skrev|skreiv|førte)\b", role="minute_taker", confidence=0.85),
    _p("title and writer", rf"^[A-ZÆØÅ][a-zæøå]{{1,8}}\.\s+{P}\s+(?:møtte og\s+)?(?:skrev|skreiv|førte)\s+(?:referat\w*|protokoll\w*|møtebok\w*|boka)", role="minute_taker", confidence=0.85),
    _p("writer was", rf"^(?:[Rr]eferent|[Ss]krivar|[Mm]øteskrivar|[Pp]rotokollfører|[Pp]rotokollførar)\s+(?:var|er|ble|vart)\s+{P}", role="minute_taker"),
    _p("to write, listed", rf"[Tt]il å\s+(?:føre|føra|skrive|skriva)\s+(?:protokoll\w*|referat\w*|møtebok\w*)\s*:\s*{P}", role="minute_taker"),
    _p("writer of the meeting", rf"(?:[Ss]ekretær|[Rr]eferent|[Ss]krivar)\s+for\s+møtet\s*(?::|var|er|ble|vart)\s*{P}", role="minute_taker"),
    _p("came as deputy for", rf"\b(?:[Ss]om\s+(?:personleg\s+|personlig\s+)?vara\w*\s+for|[Ii] ste[dt]et for|[Ii] staden for|[Ff]or)\s+(?P<other>[A-ZÆØÅ][\w.’'-]+(?:\s+[A-ZÆØÅ][\w.’'-]+){{1,3}})(?:\s+\([^()]{{1,30}}\))?,?\s+(?:møtte|deltok|stilte)\s+(?:\d\.\s+)?(?:vara\w*\s+)?{P}(?:\s+\((?P<org>[^()]{{1,30}})\))?", role="deputy", confidence=0.88),
    _p("met as deputy", rf"\b[Ss]om\s+vara\w*\s+(?:møtte|deltok|stilte)\s+{P}(?:\s+\((?P<org>[^()]{{1,30}})\))?", role="deputy", confidence=0.85),
    _p("deputy stayed away", rf"\b[Vv]ara(?:medlem\w*|representant\w*)?,?\s+{P},?\s+(?:(?:møtte|kom|deltok)\s+(?:ikke|ikkje)|kunne\s+(?:heller\s+)?(?:ikke|ikkje))\b", status="absent", confidence=0.85),
    _p("deputy came", rf"\b[Vv]ara(?:medlem\w*|representant\w*)?\s+{P}\s+(?:møtte|deltok|stilte)\b(?!\s+(?:ikke|ikkje)\b)", role="deputy", confidence=0.85),
    _p("writer was, of the meeting", rf"\b[Mm]øtesekretær\s+(?:var|er)\s+{P}", role="minute_taker", confidence=0.85),
    _p("stood in for", rf"\bfor\s+{P},?\s+som\s+(?:hadde|har)\s+(?:meldt|melde)\s+(?:forfall|fråfall|frafall|avbud|frå|fra)\b", status="absent", confidence=0.85),
    _p("sat for them", rf"(?:^|[–-]\s+|[.,;]\s+|\bog\s+){P}\s+(?:satt?|møtte|stilte|kom)\s+(?:i stedet\s+|i staden\s+)?for\s+(?:han|ham|henne|ho|hun)\b", role="deputy", confidence=0.85),
    _p("for them came", rf"(?P<other>[A-ZÆØÅ][\w.’'-]+(?:\s+[A-ZÆØÅ][\w.’'-]+){{1,3}}),?\s+(?:og\s+)?(?:for|i staden for|i stedet for)\s+(?:ho|hun|han|ham|henne|seg)\s+(?:møtte|stilte|kom|deltok)\s+{P}", role="deputy", confidence=0.85),
    _p("for the one before came", rf"(?:^|[.;]\s+)(?:For|[Ii] stedet for|[Ii] staden for|[Ii] hans sted|[Ii] hennes sted|[Ii] staden|[Ii] stedet)\s+(?:(?:han|ham|henne|ho|hun|seg)\s+)?(?:møtte|stilte|kom|deltok)\s+{P}(?:\s+\((?P<org>[^()]{{1,30}})\))?", role="deputy", confidence=0.85),
    _p("deputy met", rf"(?:^|[;,]\s+|\bog\s+)[Ff]or\s+(?P<other>[A-ZÆØÅ][\w -]{{2,30}}?)\s+(?:møtte|stilte)\s+{P}", role="deputy", confidence=0.85),
    _p("deputy in apposition", rf"\bvara(?:medlem\w*|representant\w*)?,\s+{P},\s+(?:møtte|deltok|stilte)\b", role="deputy", confidence=0.85),
    _p("held the meeting together", rf"(?:^|[,.]\s+|\bog\s+|\bved\s+|\bv/\s*){_OFFICE}{P},?\s+(?:(?:var|er)\s+[a-zæøå]+\s+og\s+)?(?:som\s+(?:også\s+|òg\s+)?)?(?:(?:heldt|holdt|held)\s+i\s+(?:møtet|samlinga|samlingen|ordet|trådane|trådene)|førte\s+ordet|(?:ledet|leda|leia|leidde|styrte|styrde)\s+(?:ordskiftet|forhandling\w+|samling\w+|drøfting\w+))\b(?!\s+(?:i|under|på|ved|til)\s+(?:sak|den|dei|de|første|fyrste|siste))", role="chair", confidence=0.85),
    _p("who wrote", rf"\b{P}(?:\s+\([^()]{{1,40}}\))?,?\s+som\s+(?:også\s+|òg\s+|og\s+)?(?:har\s+|hadde\s+)?(?:skrev|skreiv|skrevet|skrive|skriver(?=\s+dette)|skriv(?=\s+dette)|førte(?=\s+\w)|noterte|tok(?=\s+\w))(?:\s+ned)?(?:\s+(?:dette|(?:i\s+)?penn\w*|(?:referat|protokoll|møtebok|bok|notat)\w*))?\s*(?=[.,)]|$)", role="minute_taker", confidence=0.85),
    _p("note by", rf"(?:^|[/|·;]\s*)(?:[Nn]otat(?:er)?|[Rr]eferat)\s+(?:ved|av|v/)\s*{P}(?=\s*(?:[,.;|/]|$))", role="minute_taker", confidence=0.85),
    _p("that is", rf"^(?:[Dd]et vil (?:seie|si)|[Dd]vs\.?)(?=[^,]+,[^,]+(?:,| og ))\s+{_LIST}[.]?$", confidence=0.75),
    _p("all but", rf"\b(?:(?:[Aa]lle|[Ss]amtlige|[Hh]eile|[Hh]ele)\b[^.;:]{{0,30}}?\b(?:var|er|møtte|kom|deltok)|(?:møtte|kom|deltok|var)\s+(?:alle|samtlige|heile|hele))\b[^.;:]{{0,25}}?\s(?:så nær som|utanom|utenom|unntatt|untatt|unnateke|unntake|bortsett frå|bortsett fra|med unntak av)\s+{_MANY}(?=,\s+som\b|[.]?$)", status="absent", confidence=0.8),
    _p("from a body", rf"^(?:[Ff]ra|[Ff]rå)\s+(?P<org>[^:.;,()\d]{{3,40}}):\s+(?P<many>[A-ZÆØÅa-zæøå]{_LETTER}{{2,200}}?)[.]?$", confidence=0.75),
    _p("from a body by office", rf"^(?P<many>(?:[Ff]ra|[Ff]rå)\s+[a-zæøå]{{4,}}\s+(?:[a-zæøå.-]+\s+){{1,2}}[A-ZÆØÅ]{_LETTER}{{2,200}}?)[.]?$", confidence=0.75),
    _p("and I", rf"\b(?:sat|satt|var|stilte|møtte|møttes|møttest|samlet oss|samla oss)\s+(?P<many>[A-ZÆØÅ]{_LETTER}{{4,300}}?\s+og\s+(?:eg|jeg|meg|underteikna|undertegnede)(?:\s+(?:selv|sjølv))?)(?:\s+(?:i|på|hos|hjå|heime|hjemme)\b[^.;:]{{0,40}})?[.]?$", confidence=0.8),
)  # fmt: skip
EARLY = frozenset(
    {
        "led by",
        "asked to lead",
        "that is",
        "all but",
        "from a body",
        "from a body by office",
        "and I",
        "were present",
        "met",
        "present were",
        "attended",
        "who wrote",
        "these were there",
        "was there besides",
        "round the table were",
        "we were",
        "we were named",
        "was there too",
        "rang to say",
        "so we missed",
        "body sent regrets",
        "sent word",
        "came too",
        "came late",
        "came to the item",
        "had sent regrets",
        "regrets beforehand",
        "absent were",
        "stayed away",
        "lay ill",
        "and lay ill",
        "came in their place",
        "in whose place came",
        "besides came",
        "was elsewhere",
        "was missed",
    }
)
"""Patterns that tell of the whole meeting only above its items."""
PATTERNS_BY_NAME = {pattern.name: pattern for pattern in PATTERNS}
