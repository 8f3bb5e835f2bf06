/**
 * What pages say around an article, by the convention it belongs to. Each pattern is for one block of text and is
 * matched without regard to case. German first, then English; none is bound to a publisher.
 */
import type { FurnitureRole } from '../../core/article.ts'

export interface FurniturePattern {
  readonly role: FurnitureRole
  /** Rule id after `article/`. */
  readonly rule: string
  readonly pattern: RegExp
}

const end = String.raw`\s*[:.…!?»>]*\s*$`
const whole = (source: string): RegExp => new RegExp(`^[\\s•·▶►»>+*–-]*(?:${source})${end}`, 'iu')
const start = (source: string): RegExp => new RegExp(`^[\\s•·▶►»>+*–-]*(?:${source})`, 'iu')

/** „Read this too“ in the languages around. */
const alsoRead =
  '(?:le|te|les|lhe|puede|también (?:le|te) puede) (?:puede )?interesar(?:le)?|te(?:le)? puede interesar|puede (?:leer|ver|interesarle)|lea (?:también|además|más)|lee (?:también|además|más)|leia (?:também|mais)|veja também|à lire (?:aussi|également|sur)|lire (?:aussi|également|la suite)|vous aimerez (?:aussi|peut-être)|sur le même (?:sujet|thème)|potrebbe(?:ro)? interessar(?:ti|vi)|leggi anche|lees ook|läs (?:också|även)|læs også|les også|lue myös|zobacz (?:także|też|również)|czytaj (?:także|też|również|więcej)|przeczytaj (?:także|też|również)|čtěte také|přečtěte si také|ilgili haberler|читайте (?:также|також)|you (?:may|might) (?:also )?(?:like|be interested in|enjoy)|what to read next'

/**
 * Headings of sections that follow an article. The section goes on until something that can only be article.
 *
 *     Weitere Meldungen
 *     ^^^^^^^^^^^^^^^^^
 */
export const sectionHeads: readonly FurniturePattern[] = [
  {
    role: 'teaser',
    rule: 'section-related',
    pattern: whole(
      String.raw`${alsoRead}|zum weiterlesen|lust auf mehr|verwandte \p{L}{4,20}|(?:weitere|neueste|neuste|aktuelle|letzte|ähnliche|verwandte|andere|passende|interessante|beliebte(?:ste)?|meist\s?gelesene|top|die neuesten|das könnten auch)[\s-]+(?:meldungen|nachrichten|artikel|beiträge|themen|news|berichte|inhalte|infos?|stories|videos?)(?:\s+(?:zum thema|aus .{2,40}|von .{2,40}|auf .{2,40}))?|(?:mehr|alles|weiteres|weitere informationen|weiterführende links?|links?|artikel|lesen sie (?:mehr|auch))\s+(?:zum|zu diesem|zu dem)\s+(?:thema|artikel|text|beitrag)|mehr (?:zu|über|aus|von|zum|auf|bei|in)\s.{2,60}|mehr (?:themen|nachrichten|artikel)|(?:lesen|sehen|hören) sie (?:auch|dazu|hierzu|jetzt|mehr|weiter)|lesen sie auch.{0,30}|auch interessant|(?:das|dies) (?:könnte|dürfte) (?:sie|dich|euch|ihnen|dir) (?:auch |noch |ebenfalls )?(?:interessieren|gefallen)|(?:das )?interessiert (?:sie|dich) vielleicht(?: auch)?|verwandte (?:themen|beiträge|artikel)|ähnliche (?:beiträge|artikel|themen)|meistgelesen(?:e artikel)?|meist\s?gelesen|meistkommentiert|am häufigsten gelesen|beliebteste artikel|unsere empfehlungen?|empfehlungen(?: der redaktion)?|empfohlene (?:artikel|beiträge)|leseempfehlungen?|(?:die )?(?:redaktion|autoren|wir) empfiehlt|(?:die )?redaktion empfiehlt|aus dem ressort|aktuell im ressort|top[\s-]?themen|schlagzeilen|schlagworte|themen in diesem artikel|newsticker|neu auf .{2,30}|nächster artikel|vorheriger artikel|zurück zur übersicht|related (?:articles|stories|posts|content|topics|news|links|reading|coverage)|more (?:from|on|about|in|stories|news)(?:\s.{0,50})?|read (?:more|next|also)|see also|you (?:may|might) also (?:like|be interested in|enjoy)|recommended(?: for you| stories| articles)?|most (?:read|popular|viewed|shared)|popular (?:stories|posts|articles|now)|trending(?: now| stories)?|latest (?:news|stories|posts|articles|headlines)|top stories|up next|don't miss|editor'?s'? picks?|recent (?:posts|articles|news)|previous (?:article|post|story)|next (?:article|post|story)|à lire aussi|lire aussi|leer también|leggi anche|czytaj (?:także|też|więcej)|zobacz (?:także|też)`,
    ),
  },
  {
    role: 'comments',
    rule: 'section-comments',
    pattern: whole(
      String.raw`(?:\(?\d+\)?\s+)?(?:leser)?(?:kommentare?|meinungen|leserbriefe?)(?:\s*\(?\d+\)?)?|(?:ihr|dein|neuer|einen?|neuen)?\s*kommentar (?:schreiben|verfassen|abgeben|hinzufügen|hinterlassen)|schreiben? sie (?:einen|den ersten|ihren) kommentar|schreibe einen kommentar.{0,20}|kommentar(?:ieren|funktion|bereich)|kommentare? (?:lesen|anzeigen|öffnen|zu .{2,80}|\(\d+\))|diskussion|diskutieren sie mit.{0,30}|ihre meinung(?: zum thema)?|(?:leave a|post a|add a|write a|join the) (?:reply|comment|response|discussion|conversation)|(?:\d+\s+)?(?:comments?|responses?|replies|thoughts on .{2,100})(?:\s*\(?\d+\)?)?|antworten abbrechen|antwort schreiben`,
    ),
  },
  {
    role: 'advert',
    rule: 'section-jobs',
    pattern: whole(
      String.raw`stellenangebote|stellenmarkt|aktuelle (?:jobs|stellen.{0,20})|jobs(?: der woche| in .{2,40}| bei .{2,40})?|job(?:börse|angebote)|anzeigen?|werbung|werbeanzeige|advertisement|advertorial|sponsored(?: content| links?)?|promoted(?: content)?|partnerangebote?|verlagsangebote?|vergleichsportale?|services? (?:&|und) angebote|angebote unserer partner|unsere partner|produktempfehlungen|affiliate[\s-]?links?|amazon[\s-]?empfehlungen|buchtipps?|dealtipps?|shop|gutscheine`,
    ),
  },
  {
    role: 'other',
    rule: 'section-about',
    pattern: whole(
      String.raw`über (?:den autor|die autorin|die autoren|die autor:in(?:nen)?|die autor\*in(?:nen)?|den verfasser|uns|mich)|zur person|zum autor|autor(?:in|en)?(?:enprofil)?|impressum|kontakt|about the authors?|about us|contact(?: us)?|quellen?(?:angaben)?|fußnoten|einzelnachweise|bildquellen?|bildnachweise?`,
    ),
  },
  {
    role: 'navigation',
    rule: 'section-share',
    pattern: whole(
      String.raw`(?:artikel|beitrag|seite|jetzt|diesen (?:artikel|beitrag))?\s*(?:teilen|weiterempfehlen|merken|drucken|ausdrucken|versenden|vorlesen|anhören|speichern)(?:\s+(?:auf|mit|per|via|sie)\s.{2,60})?|share(?: this)?(?: article| story| post| on .{2,20}| via .{2,20})?|tweet|facebook|twitter|whatsapp|telegram|linkedin|xing|pinterest|reddit|e-?mail|(?:link )?kopier(?:en|t)|copy link|print(?: article)?|folgen sie uns.{0,40}|follow us.{0,40}|schlagw(?:ö|o)rt(?:er|e)?|schlagworte|tags?|themen|kategorien?|filed under|topics|newsletter|stichw(?:ö|o)rter|temas|etiquetas|tópicos|sujets|mots[- ]clés|argomenti|tagi|tematy|onderwerpen`,
    ),
  },
]

/** Blocks that are furniture by themselves, wherever they stand. */
export const furniturePatterns: readonly FurniturePattern[] = [
  {
    role: 'other',
    rule: 'player',
    // What players, galleries and embedded content say where they cannot be seen: "Video wird geladen".
    pattern: whole(
      String.raw`(?:placeholder(?:[ -]image)?|platzhalter)(?:[ -]?\d+)?|embed(?:ded content)?|(?:(?:der|das) )?(?:player|video|audio|podcast|inhalt|element|karte|stream)s? (?:wird|werden) geladen|(?:to view this video|um dieses video).{0,140}|(?:audio|video|podcast|beitrag) (?:starten|abspielen|stoppen|anhören|ansehen|pausieren).{0,60}|(?:detailansicht|vollbild|bild|galerie|bildergalerie|video|grafik)s? (?:öffnen|vergrößern|schließen|anzeigen|starten)|(?:zeigt|zeige) weitere informationen.{0,30}|weitere informationen anzeigen|neuer abschnitt|ende des abschnitts|auf dieser seite|in diesem artikel|inhalt(?:sverzeichnis)?|schriftgröße(?: anpassen| ändern)?|(?:bild|foto) \d+ von \d+|(?:\d+ )?(?:min(?:uten?)?|std|sek)|(?:•\s?)?vor \d+ (?:min|std|minuten?|stunden?|tagen?)|zum (?:anfang|ende) der (?:bildergalerie|galerie|fotostrecke).{0,30}|your browser does not support.{0,80}|ihr browser (?:unterstützt.{0,80}|ist (?:veraltet|zu alt)).{0,240}`,
    ),
  },
  {
    role: 'consent',
    rule: 'consent',
    pattern:
      /(?:(?:cookies?|tracking|einwilligung|datenschutz(?:erklärung|hinweise?)|drittanbieter|personenbezogene daten|privacy (?:policy|settings)).{0,200}(?:akzeptier|zustimm|einverstanden|widerruf|verarbeite|verwende|nutz|setzen|speicher|übermittel|consent|agree|accept|use (?:of )?cookies)|(?:wir|diese (?:web)?seite|this (?:web)?site|we).{0,60}(?:verwende|nutz|setz|use).{0,40}cookies?|(?:externer?|externen|empfohlener?) (?:redaktioneller? )?inhalt|an dieser stelle (?:finden sie|findest du|ist|steht|befindet|würden wir)|inhalte? (?:von .{2,40} )?(?:anzeigen|laden|aktivieren|zulassen)(?:\.|$)|(?:um|damit) .{2,80}(?:inhalt|video|karte|beitrag|tweet|post)e?s? .{0,60}(?:anzuzeigen|laden|sehen|angezeigt).{0,60}(?:zustimm|aktivier|einwillig|benötig)|mit (?:dem )?(?:klick|laden|aktivier).{0,80}(?:datenschutz|einverstanden|erklär))/iu,
  },
  {
    role: 'teaser',
    rule: 'read-also',
    pattern: start(
      String.raw`(?:lesen sie (?:auch|hier|dazu|mehr|jetzt|hierzu|ebenfalls|außerdem|weiter|zum thema|bei)|lies (?:auch|hier|dazu|mehr)|lesetipp|mehr (?:dazu|zum thema|zu diesem thema|infos?|informationen|hier|lesen|hintergründe|nachrichten)(?!\p{L})\s*[:>»(]?|(?:auch|passend dazu|ebenfalls)\s+(?:interessant|spannend|lesenswert|wichtig)\s*:|(?:auch|dazu) lesen\s*:|zum thema\s*:|siehe (?:auch|dazu)\s*:|hintergrund\s*:\s*hier|weiterlesen|weiter lesen|jetzt lesen|hier lesen|(?:sehen|hören|schauen) sie (?:hier|auch|dazu|im video)|im video\s*:|video\s*:|bildergalerie|fotostrecke|klickstrecke|galerie\s*:|podcast\s*:|interaktiv\s*:|(?:also )?read (?:more|also|next|this)\s*[:»]|related\s*:|see also\s*:|watch\s*:|more\s*:|click here|(?:zum weiterlesen|lust auf mehr)\s*[:?]|(?:weitere|mehr) (?:infos?|informationen) (?:dazu |hierzu )?(?:unter|auf|finden sie|gibt es|gibt's).{0,80}$|[.…]{0,3}\s?weiter zu[mr]? .{2,60}$|(?:${alsoRead})(?=\s*[:»|?-]|\s*$|\s\p{Lu}))`,
    ),
  },
  {
    role: 'teaser',
    rule: 'teaser-mark',
    pattern:
      /(?:weiterlesen|mehr lesen|zum artikel|mehr erfahren|read more|continue reading)\s*(?:\.{2,}|…|»|›|→|>)?\s*$/iu,
  },
  {
    role: 'navigation',
    rule: 'share',
    pattern: start(
      String.raw`(?:(?:direkt )?zu[mr] (?:haupt)?(?:inhalt|navigation|menü|suche)(?: (?:springen|wechseln|gehen))?\s*$|(?:pfeil|icon|symbol) nach (?:rechts|links|oben|unten)|(?:\S+ ){1,3}logo\s*$|(?:den |der )?link .{0,40}(?:kopieren|kopiert).{0,12}$|jetzt (?:in der app )?(?:anhören|vorlesen|teilen|bewerten)|(?:(?:diesen|den) )?(?:artikel|beitrag|link|seite) (?:teilen|weiterleiten|drucken|merken|kopieren|versenden|anhören|vorlesen|als pdf|auf .{2,20} teilen)|auf (?:facebook|twitter|x|whatsapp|linkedin|xing|pinterest|telegram|reddit) (?:teilen|folgen)|per e-?mail (?:teilen|versenden)|(?:als )?(?:bevorzugte|favorisierte) quelle|folge(?:n sie)? (?:uns|mir)(?!\p{L})|share (?:on|this|via|with)|follow us|zur (?:startseite|übersicht|homepage)|zurück zu[rm]?(?!\p{L})|nach oben|inhaltsverzeichnis|seite \d+ (?:von|\/) \d+|lesezeit\s*:|(?:ca\. )?\d+ (?:min(?:uten?|\.)?) (?:lesezeit|lesedauer|zum lesen)|\d+ min(?:utes?)? read)`,
    ),
  },
  {
    role: 'advert',
    rule: 'newsletter',
    pattern:
      /(?:news-?letter.{0,120}(?:abonnier|anmeld|bestell|erhalt|bekomm|lesen|kostenlos|eintragen|registrier|subscri|sign)|(?:abonnier|anmeld|bestell|melden sie sich|sign up|subscribe|registrier).{0,120}(?:newsletter|whatsapp-kanal|rss|feed(?!back)|google news)|(?:die besten|alle) (?:news|nachrichten|meldungen).{0,60}(?:per e-?mail|kostenlos|aufs handy|whatsapp|direkt)|(?:folgen?|finden?) (?:sie|du|uns).{0,40}(?:google news|whatsapp|instagram|facebook|telegram|social media)|whatsapp[- ]kanal|(?:google|bing)[- ]news.{0,40}(?:folgen|abonnieren|!|$)|(?:auf|bei) (?:patreon|steady|paypal).{0,40}unterstütz|unterstütz(?:e|en sie) (?:uns|unsere|unabhängigen|kritischen))/iu,
  },
  {
    role: 'navigation',
    rule: 'article-tools',
    // What readers may do with an article: rate it, say whether it helped, share it.
    pattern: start(
      String.raw`(?:(?:artikel|beitrag|rezept|seite|bewertung|text) (?:bewerten|drucken|speichern|abgeben)\s*$|(?:war|ist|fanden sie|findest du) (?:der|dieser|diesen|das|dieses|die|diese) (?:artikel|beitrag|seite|rezept|text|inhalt) (?:nützlich|hilfreich|interessant|lesenswert)|möchte(?:n sie|st du) (?:den|diesen) (?:artikel|beitrag) (?:teilen|weiterleiten)|\(?(?:noch keine|bisher keine) (?:bewertung|stimme|kommentar)|(?:gefällt|gefiel) (?:dir|ihnen|euch) (?:der|dieser|das|dieses|die|diese|unser)|hat (?:dir|ihnen|euch) (?:der|dieser|das|dieses) .{2,30} gefallen|(?:was|did) (?:this|the|you (?:like|enjoy|find) this) (?:article|story|page|post|recipe)(?: helpful| useful|\?)|if you (?:enjoyed|liked|found) (?:reading )?this|no ratings yet|view comments)`,
    ),
  },
  {
    role: 'credit',
    rule: 'entry-note',
    // Below an entry: when, by whom and under what it was filed.
    pattern: start(
      String.raw`(?:(?:dieser|der) (?:eintrag|beitrag|artikel|inhalt) wurde (?:am |(?:[^.!?]|\d\.){2,60} )?(?:veröffentlicht|verfasst|geschrieben|gepostet|publiziert|abgelegt)|this (?:entry|post|article) was (?:posted|written|published|filed) (?:in|on|by|under)|(?:posted|filed|abgelegt|einsortiert|verschlagwortet|getaggt) (?:in|by|on|under|unter|mit|am)(?!\p{L})|(?:kategorien?|schlagw[oö]rte[r]?|stichw[oö]rte[r]?|tags?|categories|category|ressort)\s*:).{0,200}$`,
    ),
  },
  {
    role: 'credit',
    rule: 'desk',
    pattern: whole(String.raw`(?:von )?(?:der |unserer? )?(?:\p{L}+[ -])?redaktion`),
  },
  {
    role: 'credit',
    rule: 'broadcast',
    // What broadcasters say below a text: when it was on the air, and where.
    pattern: start(
      String.raw`(?:diese (?:nachricht|meldung|sendung) (?:wurde|lief|kam) am .{6,40}(?:programm|gesendet|ausgestrahlt)|(?:(?:mehr )?(?:über|zu) )?(?:dieses|diesem) thema (?:(?:auch )?im programm|(?:auch )?in der sendung|berichte(?:te|n|ten)?(?!\p{L}))).{0,160}$`,
    ),
  },
  {
    role: 'advert',
    rule: 'disclosure',
    pattern: start(
      String.raw`(?:\(?(?:unbezahlte |bezahlte |enthält )?werbung[.)]|(?:dieser|der) (?:beitrag|artikel|post|text) enthält (?:\p{L}+ ){0,2}(?:werbung|werbelinks?|affiliate|produktplatzierung|provisionslinks?)|(?:this|the) (?:post|article|page|story) (?:contains|may contain|includes) (?:\p{L}+ ){0,3}(?:affiliate|sponsored|advertis|references to products))`,
    ),
  },
  {
    role: 'advert',
    rule: 'follow',
    // Where else the house may be found: its apps, its channels, its subscription.
    pattern: start(
      String.raw`(?:follow .{2,60} on (?:facebook|twitter|instagram|tiktok|linkedin|youtube|x(?!\p{L}))|like .{2,40} on facebook|(?:for|get) the latest .{2,80}(?:download|follow|subscribe|app|inbox)|download (?:the|our) .{2,40}app(?!\p{L})|to (?:view|read|continue|access) (?:reading )?(?:the|this) (?:full|rest|entire|complete|story|article).{0,60}(?:subscri|log ?in|sign|regist)|sign up (?:to (?:get|receive)|for (?:our|free)|now(?!\p{L})|here(?!\p{L}))|first-time subscribers|(?:lade|laden sie|holen sie sich|hol dir) .{0,40}(?:unsere|die) .{0,30}-?app(?!\p{L})|suscríb(?:ete|ase)|abonnez-vous|inscrivez-vous|iscriviti|síguenos|puedes? (?:escribirnos|seguir)|seguici|suivez-nous|zapraszamy (?:też )?do subskrypcji|subskrybuj|inscreva-se)`,
    ),
  },
  {
    role: 'advert',
    rule: 'subscription',
    pattern:
      /(?:(?:\d+|zwei|drei|vier|einen?|den ersten) (?:tage?|wochen?|monate?) (?:gratis|kostenlos|kostenfrei|unverbindlich|für \S+ (?:euro|€))(?:[^.]{0,40}(?:testen|lesen|sichern))?|(?:kostenlos|gratis|unverbindlich) (?:testen|probelesen|herunterladen|anmelden|registrieren)(?!\p{L})|-app.{0,120}herunterladen|sie lesen gerade|(?:mehr )?lesekomfort|jetzt (?:abonnieren|testen|anmelden|registrieren|weiterlesen|freischalten|abo (?:sichern|abschließen))|(?:abo|abonnement|digitalabo|probeabo|probemonat)(?!\p{L}).{0,80}(?:testen|abschließen|sichern|monat|kostenlos|bestellen)|(?:diesen artikel|dieser artikel|weiterlesen).{0,60}(?:mit (?:einem )?(?:abo|\S*plus)|freischalten|abonnent|kostenpflichtig)|(?:benötigen|brauchen) sie ein (?:\p{L}+-?)?abo(?!\p{L})|(?:bereits|schon) (?:abonnent|kunde|registriert|mitglied|abonniert)|als abonnent(?:in)?(?!\p{L})|already a (?:subscriber|member)|subscribe (?:now|today|to (?:continue|read|our))|sign in to (?:continue|read)|(?:unlock|continue reading) (?:this|with))/iu,
  },
  {
    role: 'advert',
    rule: 'donation',
    pattern:
      /(?:(?:deine|ihre|eure|jede) spende (?:für|hilft|macht|ermöglicht|trägt)|(?:mit|durch) (?:deiner|ihrer|eurer) (?:spende|unterstützung)|jetzt spenden|spende (?:jetzt|hier)|spendenkonto|(?:werde|werden sie) (?:mitglied|unterstützer))/iu,
  },
  {
    role: 'comments',
    rule: 'comment-rules',
    pattern:
      /(?:(?:ihre|deine) meinung ist uns wichtig|(?:schreib|verrat|erzähl|teil)\p{L}{1,4} (?:sie |es |uns |mir |doch |gerne? ){0,4}.{0,40}(?:in den|im) kommentar|(?:senden|schicken|schreiben) sie uns (?:ihr|ihre|einen?) (?:feedback|meinung|leserbrief)|(?:einen )?leserbrief (?:zum artikel )?(?:schreiben|verfassen|senden)|(?:kommentare?|diskussion(?:en)?|beiträge|leserbriefe?).{0,120}(?:moderiert|freigeschaltet|gelöscht|zu löschen|vorbehalten|netiquette|anmelden|einloggen|registrier|respektvoll|geschlossen|deaktiviert|veröffentlich)|(?:moderier|lösch|vorbehalten|behalten wir uns).{0,80}kommentar|(?:beitrag oder kommentar|kommentar oder beitrag) zum|netiquette|respektvoll miteinander|diskutieren sie (?:mit|über|hier)|kommentier(?:en sie|e|t) (?:diesen|den|hier|jetzt|mit)|(?:deine|ihre) e-?mail-adresse wird nicht veröffentlicht|erforderliche felder sind|your email address will not be published|required fields are marked|log ?in to (?:comment|reply|post)|to leave a comment|spam zu reduzieren|uses akismet)/iu,
  },
  {
    role: 'navigation',
    rule: 'search-hint',
    pattern:
      /(?:(?:google|bing)-suchmaschine|themenrecherche|bei google .{0,20}suchen|(?:nichts|keine news) (?:mehr )?verpassen\s*\??$|(?:über )?ähnliche (?:news|artikel|beiträge|themen).{0,120}(?:informiert|benachrichtig|abonnier)|feed dieses beitrags)/iu,
  },
  {
    role: 'advert',
    rule: 'job-advert',
    pattern: /\(\s*(?:[mwdgnfx]\*?\s*[/|,]\s*){1,3}[mwdgnfx]\*?\s*\)|\(gn\*?\)|\(all genders?\)/iu,
  },
  {
    role: 'advert',
    rule: 'advert-label',
    pattern: start(
      String.raw`(?:anzeige|werbung|advertisement|sponsored|promotion)(?:\s*[:|–-]|\s*$)|(?:mit \* (?:gekennzeichnet|markiert)|affiliate|provisions?-links?|wir erhalten .{0,40}provision|bei einem kauf .{0,60}provision|\*\s?affiliate)`,
    ),
  },
  {
    role: 'other',
    rule: 'copyright',
    pattern:
      /^(?:\W{0,3}(?:©|\(c\)|copyright)\s.{0,300}$|.{0,60}(?:alle rechte vorbehalten|all rights reserved).{0,100}$|.{0,60}(?:urheberrechtlich geschützt|nachdruck .{0,30}(?:verboten|nur mit)|may not be (?:published|reproduced|redistributed)|material may not|(?:is|are) the copyrighted property|written permission must be obtained|is subject to copyright).{0,160}$)/iu,
  },
  {
    role: 'other',
    rule: 'editorial-note',
    pattern:
      /^(?:(?:dieser|der) (?:artikel|text|beitrag|bericht|inhalt) (?:wurde|ist|erschien|stammt|erscheint|gibt|entstand) (?:zuerst|zunächst|erstmals|mit (?:hilfe|unterstützung)|maschinell|automatisch|von (?:der|einer) (?:redaktion|nachrichtenagentur|ki)|im original|aus|ausschließlich|teilweise).{0,200}|hinweis(?: der redaktion)?\s*:.{0,60}(?:meldung|system|automat|agentur|affiliate|provision|ki).{0,200}|this (?:article|story) (?:was|has been|originally|first) (?:originally |first )?(?:published|appeared|produced|translated).{0,200}|(?:haben sie|hast du) (?:einen )?fehler (?:gefunden|entdeckt|bemerkt).{0,120}|fehler (?:gefunden|melden).{0,80}|\(?alle angaben ohne gewähr.{0,20}|war dieser artikel (?:hilfreich|interessant).{0,40}|wie (?:hat|gefällt) (?:ihnen|dir) (?:dieser|der) (?:artikel|beitrag).{0,60})$/iu,
  },
]
