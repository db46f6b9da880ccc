"""Reads Norwegian minutes, annual reports, mandates and notices into records, and keeps them in an archive.

One file (`run.process`, the whole flow on one screen)::

    intake -> readers -> repair, layout, furniture -> blocks -> segment, classify -> outline
           -> extractors -> resolve -> check -> contract

The archive: `importing` and `workers` run many files, `store` puts their rows, `link` connects what spans documents,
`search`, `digest`, `render` and `pages` show it. Readers see, extractors quote, resolve interprets, link connects,
templates speak.

The words of the field and how the code says them:

======================================  ======================  ====================================================
Norwegian                               in code                 meaning
======================================  ======================  ====================================================
referat, protokoll, møtebok             minutes                 what was said and decided at a meeting
innkalling                              notice                  the call to a meeting, with its agenda
årsmelding, årsrapport, årsberetning    annual_report           what a body did in a year
mandat                                  mandate                 what a body is to do
vedlegg                                 appendix                a document behind another one
saksliste, dagsorden                    agenda                  the list of items
sak, saknr                              agenda item, item       one matter on the agenda; its number
sak på tvers av møter                   case                    the same matter in several meetings
orienteringssak, referatsak, PS, RS     series                  the kind of item that goes before its number
eventuelt, ymse                         other business          the item for what nobody announced
vedtak, beslutning                      decision                what was decided
innstilling, forslag                    proposal                what somebody wants decided; never a decision
votering, røysting; enstemmig           vote; unanimous         how it was decided
protokolltilførsel                      dissent                 a member's own statement in the minutes
til stede, møtt                         present                 took part
forfall, meldt forfall                  absent                  did not, and may have said so
vara, varamedlem                        deputy                  sits in for a member
ordstyrer, møteleder, leder             chair                   led this meeting
referent                                minute_taker            wrote the minutes
sekretær                                secretary               serves the body
aksjon, oppfølging, tiltak              action                  somebody is to do something
ansvarlig                               responsible             who that is
frist                                   deadline, due           the date by which
neste møte                              next_meeting            date, time and place of the following one
godkjenning av referat                  approves                the earlier minutes that this meeting approved
unntatt offentlighet                    exempt                  not public, with the statute that says so
lukket møte                             closed                  without an audience
utvalg, styre, råd, gruppe              body                    the committee, board or group
etat, virksomhet                        organisation            whom a person comes from
KOSTRA-funksjon                         function                code of a municipal service in the accounts
======================================  ======================  ====================================================
"""
