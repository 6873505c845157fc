/**
 * The words that the grammar knows, by what they do in an order, in English, Spanish, French, German, Italian,
 * Portuguese, Dutch and Danish (and the few Chinese, Japanese and Korean words that stand in mixed text).
 * Written folded (lower case, no accents); parts of a phrase are separated by a space, `*` stands for any ending.
 */
export type Tag = keyof typeof VOCABULARY;

export const VOCABULARY = {
  // Routes
  sc: 'sc|sq|subq|sub q|sub - q|s / c|s / q|scut|subc|sub cu|sub - cu|subcu|subcut*|sub cut*|sub - cut*|subkut*|sous - cut*|sous cut*|souscut*|sottocut*|sotto cut*|sottopelle|hypoderm*|onderhuid*|under huden|under the skin|unter die haut|sous la peau|bajo la piel|sotto la pelle|sob a pele|debaixo da pele|onder de huid|皮下|皮下注射|皮下注|피하|피하주사',
  iv: 'iv|ivd|ivp|ivpb|ivb|i / v|ev|e / v|intraven*|intra - ven*|intra ven*|intravein*|intra - vein*|endoven*|endovein*|in vena|in eine vene|into a vein|into the vein|dans une veine|en vena|na veia|in een ader|静脉|静脉注射|静注|静脈|静脈内|정맥|정맥주사',
  intrathecal: 'intrathec*|intratec*|intrathek*|intratek*|intrarraq*|intraraq*|intrarach*|鞘内',
  otherRoute:
    'po|p / o|oral|orally|orale|oraal|oralt|orales|oralmente|per os|perorale|peroral|by mouth|vo|v / o|per bocca|intramusc*|intraperit*|口服|경구',
  notRoute: 'iv fluid*|iv access|iv line*|iv site|iv hydrat*|iv saline|iv catheter*|iv tubing|iv bag*|iv contrast',
  // Time
  day: 'gg|day|days|day ( s )|dia|dias|dia ( s )|jour|jours|jour ( s )|tag|tage|tagen|tages|tag ( e )|giorno|giorni|dag|dage|dagen|dagene|dy|天|日|일|第',
  dayLetter: 'd|j|g|gg',
  // '21-tägig', '28-daagse', '21 dages': always a length
  ofDays: 'tagig*|daags*|dages|dagers',
  ofWeeks: 'wochig*|weekse|ugers',
  week: 'woch|wchn|week|weeks|week ( s )|wk|wks|semana|semanas|sem|semaine|semaines|woche|wochen|settiman*|setmana|weken|uge|ugen|uger|주|周|週',
  weekly:
    'weekly|qweekly|wkly|qw|qwk|qweek|q wk|q week|hebdomadaire*|hebdo|wochentlich*|semanal|semanales|semanalmente|semanais|settimanal*|wekelijks*|ugentlig*|hver uge|elke week|iedere week|every week|each week|cada semana|toda semana|todas las semanas|todas as semanas|chaque semaine|toutes les semaines|jede woche|ogni settimana|per week|每周|每週|매주',
  twiceWeekly: 'biw|bihebdomadaire*|每周两次|每週兩次|每周二次|주2회|semiweekly|halbwochentlich*',
  ambiguousWeekly: 'biweekly|bi - weekly|bisemanal*|bisettiman*|zweiwochentlich*|bimensu*|bimensual*|bimensile',
  everyTwoWeeks:
    'fortnightly|qow|every other week|every second week|alternate weeks|quincenal*|quinzenal*|quindicinal*|tweewekelijks*|jede zweite woche|cada dos semanas|a cada duas semanas|ogni due settimane|om de week|hver anden uge|om de twee weken|toutes les deux semaines|14 - taglich*|vierzehntaglich*',
  month:
    'month|months|monthly|mes|meses|mois|monat|monate|mese|mesi|maand|maanden|maned|maneder|mensual|mensal|mensuel*',
  cycle:
    'cyclelength|cyclelengthdays|cycleduration|serielaengde|serielengde|kuur|cycle|cycles|cycle ( s )|ciclo|ciclos|cicli|zyklus|zyklen|cyclus|cycli|cyklus|cyklusser|cykler|serie|serier|kur|kuren|kure|zyklusdauer|zykluslange|cyclusduur|cykluslaengde|behandelcyclus|behandlungszyklus|behandlungszyklen|behandlingscyklus*|therapiezyklus|course|courses|cure|cures|周期|疗程|주기',
  every:
    'every|each|q|c /|cada|a cada|toutes les|tous les|alle|ogni|elke|iedere|om de|hver|hvert|repeat every|repeated every|jede|jeder|jeden|每',
  once: 'once|una vez|une fois|einmal|una volta|uma vez|eenmaal|en gang|1x|一次',
  twice: 'twice|dos veces|deux fois|zweimal|due volte|duas vezes|tweemaal|to gange|两次',
  times: 'v|times|time|x|×|veces|vez|fois|mal|volte|volta|vezes|maal|keer|gange|gang|次|회',
  rest: 'rest|repouso|resting|off|descanso|repos|pause|pausa|riposo|pauze|hvile*|hvileperiod*|pausieren|behandlungsfreie|rust|rustperiode',
  // Dose words
  dose: 'dose|doses|dosis|dosage|dosing|dosi|dosering|dosierung|posolog*|dosagem|dosaggio|doserin*|dosen|dos|dosage / dose|剂量|용량',
  unitLabel: 'unit|units|unidad|unidade|unite|einheit|unita|eenheid|enhed|uom',
  vial: 'wast*|discard*|overfill|verwurf|enthalt|contains|contiene|contient|contem|bevat|indeholder|vial*|powder*|polvo|polvos|poudre*|pulver*|polvere|poeder|po liof*|po para|lyophil*|lyofil*|liofil*|flacon*|durchstechflasch*|stechampull*|frasco*|fiala|fiale|hetteglas*|haetteglas|ampoul*|ampul*|amp|fles|flesje|kit|kits|fco|concentrat*|konzentrat*|sdv|mdv|strength*|starke|bottle|bottles|box|pack|packs|packung|caja|boite|confezione|embalagem|prefilled|syringe*|presentation|瓶|바이알|粉|粉末',
  injection:
    'injec*|iniez*|iniett*|inyec*|injek*|injet*|injic*|inj|solution|solucion|solucao|losung|soluzione|oplossing|oplosning|infus*|infuz*|spritz*|注射|주사',
  reduced:
    'cambio|umstellung|umgestellt|passaggio|troca|overgezet|skiftet|relais|passage|reduced|rounded|modified|decreased|lowered|changed|adjusted|adapted|de - escalated|deescalated|reduction|red|dose reduction|dose reduced|switched|reducido|reducida|reduccion|modificado|modificada|cambiado|cambiada|ajustada|disminuida|reduit|reduite|diminue|diminuee|modifie|modifiee|reduziert|gesenkt|geandert|reduktion|reduktion der|ridotto|ridotta|riduzione|modificata|reduzido|reduzida|reducao|alterada|verlaagd|gereduceerd|gewijzigd|aangepast|reduceret|nedsat|aendret',
  former:
    'anziche|ipv|in luogo di|an stelle von|previous|previously|former|formerly|prev|was|were|had been|old|old dose|instead of|rather than|originally|original|initially|initial|in place of|prior dose|last dose|previa|previo|previamente|antes|anterior|anteriormente|era|en lugar de|en vez de|inicial|precedent*|avant|auparavant|anciennement|initialement|au lieu de|etait|etaient|zuvor|vorher|bisher|fruher|urspr*|statt|anstatt|anstelle|war|precedente|prima|in precedenza|invece di|iniziale|em vez de|eerder|voorheen|was eerst|in plaats van|tidligere|i stedet for',
  now: 'now|currently|current|new dose|today|ahora|actual|actualmente|maintenant|actuellement|desormais|jetzt|nun|aktuell|derzeit|ora|adesso|attualmente|attuale|agora|atual|atualmente|nu|thans|momenteel|nuvaerende|neu|nueva dosis|nova dose|nuova dose|nieuwe dosis|ny dosis|neue dosis|nouvelle dose',
  bsa: 'bsa|body surface area|body surface|superficie corporal|superficie corporea|surface corporelle|surface de corps|korperoberflache|kof|koerperoberflaeche|koef|area de superficie corporal|asc|scp|bsc|lichaamsoppervlak*|legemsoverflade|kropsoverflade|体表面积',
  limit:
    'dose limit|dosisgrenze|limite de dosis|limite de dose|limite di dose|cum|cumul*|maksimal*|maximal*|maximaldosis|maximale|max|maximum|maximo|maxima|massimo|massima|hochstens|maximaal|up to|bis zu|jusqu|hasta|fino a|ate|tot|op til|not exceed|cumulative|total cumulative|min|minimum|at least|less than|greater than|more than|mas de|menos de|plus de|moins de|mehr als|weniger als',
  // Whether the order is in force
  active:
    'active|activo|activa|aktiv|actif|attivo|attiva|ativo|ativa|actief|ongoing|in progress|laufend|en cours|en curso|in corso|em curso|in behandeling|igangvaerende|lopend|started|en tratamiento',
  planned:
    'planned|scheduled|planificado|planificada|programado|programada|previsto|prevista|geplant|planifie|planifiee|prevu|prevue|pianificato|pianificata|programmato|programmata|planejado|planejada|agendado|agendada|gepland|geplande|planlagt|planlagte|will start|to start|to begin|due to start|starts on|pending start|not yet started|draft|proposed',
  held: 'held|on hold|on - hold|tijdelijk gestaakt|tijdelijk gestopt|tijdelijk stopgezet|midlertidigt seponeret|midlertidigt stoppet|temporarily discontinued|temporarily stopped|arret temporaire|arrete temporairement|vorubergehend abgesetzt|temporaneamente sospeso|temporaneamente sospesa|temporaneamente interrotto|suspenso temporariamente|suspendida temporalmente|withheld|suspended|paused|interrupted|temporarily suspended|suspendido temporalmente|en pausa|pausado|pausada|en attente|en pause|suspendu|suspendue|pausiert|unterbrochen|sospeso|sospesa|in pausa|suspenso|suspensa|em pausa|onderbroken|gepauzeerd|opgeschort|sat pa pause|pa pause|pauseret|hold order',
  discontinued:
    "suspendido definitivamente|suspendida definitivamente|arrete definitivement|definitiv abgesetzt|sospeso definitivamente|suspenso definitivamente|discontinued|ended|dc ' d|d / c|d / c ' d|dced|stopped|cancelled|canceled|revoked|terminated|entered in error|no longer taking|inactive|abgesetzt|beendet|gestoppt|storniert|arrete|arretee|annule|annulee|interrompu definitivement|descontinuado|descontinuada|discontinuado|discontinuada|interrumpido definitivamente|retirado|cancelado|cancelada|interrotto|interrotta|annullato|annullata|interrompido|interrompida|gestopt|gestaakt|stopgezet|geannuleerd|seponeret|ophort|stoppet|afbrudt",
  completed:
    'completed|finished|completado|completada|finalizado|finalizada|terminado|terminada|abgeschlossen|termine|terminee|acheve|achevee|completato|completata|concluso|conclusa|terminato|concluido|concluida|voltooid|afgerond|afsluttet|gennemfort|faerdig',
  statusLabel: 'status|estado|statut|stato|tilstand|order status|estatus|toestand|situacao|zustand',
  until: 'hasta|jusqu|bis|fino|til|ate|tot|until|till|unless|bis zum|hasta que|jusqu|fino al|tot|indtil|ate',
  // What makes it no order
  allergy:
    'hives|urticaria*|urtikaria|urticaire|orticaria|rash after|rash with|rash from|exanthem*|exantem*|angioedem*|angiooedem*|quincke*|rash to|no tolera|nao tolera|adr|adrs|reaccion adversa|reacciones adversas|reacao adversa|reacoes adversas|reazione avversa|reazioni avverse|reaction indesirable|effet indesirable|unerwunschte wirkung|bijwerking*|bivirkning*|allerg*|alerg*|hypersens*|hipersens*|ipersens*|overgevoelig*|overfolsom*|uberempfindlich*|intoleran*|intoler*|unvertraglich*|anaphyl*|anafil*|anafyl*|adverse reaction*|side effects to',
  history:
    'hasta ahora|jusqu ici|finora|ate agora|tot nu toe|hidtil|vroeger|recebido|formerly|original plan|original order|gave|poorly tolerated|then progressed|tolerado|tolerada|pauta antigua|prescripcion antigua|orden antigua|antes recibia|ancienne prescription|ancien protocole|alte verordnung|alte anordnung|vecchia prescrizione|prescricao antiga|oud voorschrift|gammel ordination|completou|old order*|old regimen|old note|old notes|old prescription|outside records|previous regimen|treated|h / o|used to be|used to|prev|redujo|suspendio|reduziu|ridusse|gennemgik|fikk|been on|tollerato|tollerata|progressed|progressed while|progression under|progress unter|progredient unter|progression sous|progresion con|progresion bajo|progressione in corso|anamnese|voorgeschiedenis|vorgeschichte|zn|z n|fez uso|uso previo|har modtaget|har faet|modtog|tolerated|tolero|tolere|tolerou|vertragen|verdragen|talt|last|letzte|letzter|letztes|derniere|dernier|ultima|ultimo|laatste|sidste|prior|prior to|past|previous|previously|former|history|history of|hx|pmh|pretreated|pre - treated|refractory|resistant|resistance|exposed|exposure|naive|relapsed on|relapsed after|relapse after|progressed on|progressed after|progression on|failed|failure of|failing|received|had received|has received|have received|was treated|were treated|been treated|washout|status post|s / p|treated with|in the past|years ago|months ago|last received|previas|previo|previa|previos|previamente|antecedent*|recibio|recibido|tratado con|tratada con|refractari*|resistente|expuest*|anteriormente|anterieur*|precedemment|prealable*|recu|recus|beneficie|traite par|traites par|refractaire*|resistant*|expose|vorbehand*|vorher|zuvor|fruher*|vorangegang*|erhielt|erhielten|erhalten hat|vortherapie*|refraktar*|precedent*|precedentemente|in precedenza|pregress*|ricevuto|trattat*|anterior|recebeu|tratado com|refratari*|refrattari*|refraktaer*|previamente tratad*|eerder|eerdere|voorheen|voorbehandel*|kreeg|behandeld met|behandelt mit|refractair*|tidligere|fik|behandlet med|既往|이전',
  // a verb in the past: what was begun is told, not ordered
  begun:
    'se inicio|foi iniciado|resumed|restarted|reprise le|started|initiated|begun|began|commenced|inicio|iniciado|iniciada|iniciou|iniciaram|debute|debutee|initie|begonnen|begann|beginn|angefangen|gestart|gestartet|startede|startet|pabegyndt|pabegyndte|iniziato|iniziata|avviato|avviata',
  rule: 'dosisstufe*|dosisniveau*|niveles de dosis|livelli di dose|niveis de dose|paliers|resolution|resolved|resolucion|abklingen|resoluzione|resolucao|herstel|bedring|recovery|recovered|risoluzione|increase|escalate|re - escalate|raise|aumentar|augmenter|erhohen|aumentare|verhogen|reduce|decrease|lower|withhold|stop|cease|reducir|reduzca|disminuir|suspender|suspenda|interrumpir|reduire|diminuer|suspendre|interrompre|reduzieren|verringern|aussetzen|absetzen|unterbrechen|ridurre|riducendo|sospendere|interrompere|riprendere|reduzir|diminuir|reduza|interromper|verminder|verminderen|verlagen|staken|onderbreken|reducer|reduceres|nedsaet|nedsaettes|seponer|seponeres|modify|modificare|modificar|modifier|discontinue|hold|dose modification*|dose adjustment*|reducing|resume|restart|reinitiate|rechallenge|one level|dose level*|resumption|reinitiation|re - initiation|wiederaufnahme|reanudacion',
  grade:
    'pn|pnp|grade|grado|grad|graad|gr|grau|neurotox*|neuropath*|neuropat*|toxicit*|toxizit*|tossicit*|toksicit*|toxicid*|toxiciteit',
  if: 'if|when|in case of|in case|in the event|si|en caso de|en cas de|en cas d|lorsque|wenn|falls|bei|sofern|se|in caso di|qualora|em caso de|caso|als|indien|bij|hvis|ved|i tilfaelde af|provided|subject to|contingent|conditional on|conditional|pending labs|pending lab',
  consider:
    'posible|eventuellement|evtl|eventuell|possibile|possivel|mogelijk|muligvis|eventualmente|suggests|thinking about|prefers|potential|possible|possibly|probably|perhaps|maybe|considerarse|discuter|discutir|valorar|valorarse|suggest|suggested|erwagen|consider|considering|considered|considerar|considere|erwagen|envisager|considerer|valutare|prendere in considerazione|overweeg|overwegen|overvej|overveje|could|may|might|would|discuss*|option|options|candidate|should we|podria|puede|pourrait|peut|konnte|kann|potrebbe|puo|pode|poderia|kan|kunne|whether|versus|vs',
  // verbs of weighing up, also where they stand at the end
  weigh:
    'considerarse|consider|considered|considering|considerar|erwagen|envisager|valutare|valorar|overwegen|overweeg|overvej|overveje|overvejes|suggest|suggested',
  only: 'only|solely|nur|solo|seulement|uniquement|soltanto|somente|apenas|alleen|kun|exclusivamente|exclusivement|exclusively',
  // participles of a dose that was given
  done: 'given|administered|verabreicht|appliziert|gegeben|administrado|administrada|aplicado|aplicada|administre|administree|somministrato|somministrata|gegeven|toegediend|givet|indgivet|taken',
  // what makes a whole order something else
  refused:
    'declined|declines|refused|refuses|rechaza|rechazo|rechazado|rehusa|rehuso|refuse|refusee|abgelehnt|verweigert|rifiuta|rifiutato|recusa|recusou|recusado|weigert|geweigerd|afslar|afslog|afslaet|afvist',
  undone:
    'omitted|skipped|missed|removed|replaced|substituted|rejected|void|voided|expired|duplicate|duplicated|test patient|wrong patient|ineffective|could not be given|ausgelassen|ersetzt|entfernt|verworfen|omitido|omitida|reemplazado|sustituido|retirado|omis|omise|remplace|supprime|omesso|omessa|sostituito|rimosso|substituido|removido|overgeslagen|vervangen|verwijderd|oversprunget|erstattet|fjernet',
  mishap:
    'too much|too high|too low|overdose|overdosage|overdosed|error|errors|erreur|errore|erro|fout|fejl|uberdosier*|zu hoch|zu niedrig|fehler|sobredosis|demasiado alta|surdosage|trop elevee|sovradosaggio|troppo alta|superdosagem|muito alta|overdosering|te hoog|overdosis|for hoj|near miss|near - miss|protocol deviation|incident report|medication error|in error|by mistake|mistakenly|erroneously|wrongly|por error|por erro|irrtumlich|versehentlich|par erreur|per errore|per ongeluk|abusievelijk|ved en fejl|fejlagtigt',
  kin: 'father|mother|brother|sister|wife|husband|daughter|uncle|aunt|cousin|padre|madre|hermano|hermana|esposa|esposo|marido|pere|frere|soeur|mari|vater|mutter|bruder|schwester|ehefrau|ehemann|fratello|sorella|moglie|marito|irmao|irma|vader|moeder|broer|zus|echtgenoot|bror|soster|hustru',
  // whom a rule is for
  forWhom:
    'frail|frailty|gebrechlich|fragil|elderly|age|aged|alter|edad|idade|eta|leeftijd|alder|score|ecog|egfr|crcl|gfr|bilirubin*|bili|anc|neutro*|platelets|plt|plts|plaquet*|thrombo*|trombo*|piastrine',
  asks: 'bitte klaren|vertragt|verdraagt|clarify|please confirm|query|ruckfrage|asks|asked|asking|inquires|enquires|wonders|worried|pregunta|demande si|fragt|chiede|pergunta|vraagt|sporger',
  effectOf:
    'enfermedad estable con|maladie stable sous|stabile erkrankung unter|malattia stabile con|doenca estavel com|stabiele ziekte onder|stabil sygdom pa|safety of|role of|reason for|discussion of|disease on|pd on|unable to tolerate|responded to|responding to|respond to|responders to|side effects of|side effect of|toxicity of|toxicities of|results of|outcomes of|response to|responses to|reaction to|reactions to|efficacy of|tolerability of|efectos secundarios de|efectos adversos de|respuesta a|resultados de|effets secondaires de|effets secondaires du|reponse au|nebenwirkungen von|ansprechen auf|reaktion auf|effetti collaterali di|risposta a|efeitos colaterais de|efeitos colaterais do|resposta a|resposta ao|reactie op|respons op|respons pa|reaktion pa',
  obtained: 'erhalten|bekommen|gehad|gekregen|faet',
  response:
    'response|responds|responde|responder|ansprech*|reponse|repond|risposta|risponde|respuesta|resposta|respons',
  negation:
    "n ' a plus|contre - indi*|gecontra - indiceerd|gecontraindiceerd|pas|rechaza|rehusa|refuse|lehnt|rifiuta|recusa|weigert|afslar|no longer|no|not|never|without|avoid|declined|declines|refused|refuses|contraindic*|kontraindi*|kontraindik*|controindic*|contra - indi*|do not|don ' t|sin|nunca|evitar|sans|pas de|ne pas|ohne|nicht|kein|keine|senza|non|mai|sem|nao|zonder|niet|geen|uden|ikke|ingen|instead of|rather than|other than|except",
  // talk even where a dose is given
  narrative:
    'stands for|stand for|abbreviat*|acronym|denotes|absorption|absorcion|bioavailab*|biodisponib*|hepatic|epatica|hepatica|hepatique|hepatiques|leverfunct*|leverfunktion*|leberinsuffizienz*|leberfunktion*|renal impairment|randomi*|randomly|monitor|monitoring|monitored|compared|comparing|comparison|price|cost|ndc|hcpcs|cpt|stored|storage|store|reconstitut*|reconstitui*|rekonstitu*|ricostitu*|contains|supplied|manufactured|wac|usd|eur|asp|awp|vigilar|monitorizar|surveiller|uberwachen|monitorare|monitoraggio|monitorar|controleer|kontroller|pharmacodynam*|cumulative|upper limit of normal|uln|lsn|hepatic impairment|impaired hepatic|liver impairment|leberfunktionsstor*|insuffisance hepatique|insuficiencia hepatica|insufficienza epatica|eligib*|inclusion|exclusion|search',
  // something that happened under the drug
  event:
    'led to|leading to|favouring|favoring|ae|aes|sae|as active as|as effective as|superior to|inferior to|non - inferior|noninferior|aprobacion|autorizacion|autorizacao|liberacao|autorizzazione|accord prealable|genehmigung|goedkeuring|godkendelse|inhibited|cyp|pk|exposure|exposicion|exposicao|esposizione|blootstelling|eksponering|adverse events|adverse event|nebenwirkungen|efectos adversos|effets indesirables|eventi avversi|eventos adversos|exceeds|exceeded|excede|depasse|supera|uberschreitet|overschrijdt|overstiger|studied|metabol*|denied|insurance|authorization|authorisation|approval|appeal|kostenubernahme|kostenzusage|improved|improves|clearance|mean|pfs|orr|prolonged|significantly|placebo|median|mediana|mediane|mediano|mediaan|mdn|time to|coadminist*|co - administ*|concomitant use|interact*|interakt*|interaz*|interac*|ketocon*|ketokon*|cetocon*|rifamp*|pharmacokinet*|farmacocin*|pharmakokin*|farmacokin*|auc|cmax|exposition systemique|exposure to|exposure of|raises|increases|increased the|erhoht*|verhoogt|oger|aumenta|augmente|alters|alter the|blocks|inhibitor increased|dlt|dlts|dose limiting*|dose - limiting*|half - life|half life|halbwertszeit|emivita|demi - vie|vida media|semivida|meia - vida|halfwaardetijd|halveringstid|dose intensity|dose - intensity|banding|template*|order set|formulary|mice|rats|mtd|response rate|produced|showed|resulted|caused|causes|cause|occurred|occurs|experienced|developed|incidence|causado|causo|verursachte|provoque|provoco|veroorzaakte',
  // talk unless a dose or schedule is given
  mood: 'in patients|in pazienti|en pacientes|em pacientes|bei patienten|chez les patients|bij patienten|hos patienter|policy|procedure|sop|checklist|competency|training|lecture|webinar|poster|module|politica|procedimiento|verfahrensanweisung|procedura|werkinstructie|retningslinje|keyword|keywords|palabras clave|mots cles|schlagworter|j 9041|c 9399|omitted|skipped|missed|ausgelassen|omitido|omitida|omis|omise|omesso|omessa|overgeslagen|oversprunget|participants|subjects|study|studies|trial|trials|cohort|cohorts|efficacy|survival|median|associated|incidence|risk|risks|safety|effectiveness|retrospective|prospective|phase|reported|mechanism|inhibits|inhibitors|approved|indicated|lot|estudio|estudios|etude|essai|studie|studien|kontrolle|studio|estudo|ensayo|ensaio|onderzoek|undersogelse|forsog|how|what|why|which|who|guideline*|article|abstract|review|figure|background|conclusion*|objective*|warning*|precaution*|caution|patient information|leaflet|standard of care|use|uso|usage|anwendung|impiego|gebruik|brug|reduces|less|more|than',
  request:
    'give|given|administer*|start|begin|proceed|continue|continued|continuing|receive|receives|recommended|administrar|administra|administrado|iniciar|continuar|dar|administre|administree|donner|poursuivre|verabreich*|gegeben|geben|gabe|somministr*|continuare|iniziare|toedienen|toegediend|toedien|geven|wordt|gives|indgiv*|administreres|plan|order|orders|rx|prescri*|prescrip*|sig|treatment|regimen|protocol|therapy|schema|schedule|esquema|protocolo|tratamiento|traitement|protocole|behandlung|therapie|protokoll|trattamento|terapia|protocollo|tratamento|behandeling|behandling|ordination|ordered|ordonne|ordenado|ordenada|ordinato|bestellt|ordineret|inject|inyectar|injecter|spritzen',
  // Words that say nothing about the order and may stand anywhere in it
  plain:
    'depois|daarna|derefter|luego|despues|puis|ensuite|danach|dann|thereafter|subsequently|stage|disease|amyloidosis|al|mieloma|multiplo|multiplen|multiples|myelome|myelom|linfoma|lymphom|enfermedad|maladie|malattia|doenca|ziekte|sygdom|mm|mcl|rrmm|ndmm|and|or|with|of|the|a|an|in|on|at|by|to|as|is|are|for|via|per|total|one|two|three|then|followed|y|o|u|e|ed|od|et|ou|und|oder|con|com|mit|med|avec|og|eller|en|de|di|da|do|del|della|des|du|la|le|les|el|los|las|il|lo|gli|i|der|die|das|den|dem|al|alla|ao|aux|au|est|ist|wird|pro|por|par|pr|voie|via|vie|route|proteasome|inhibitor|preferred|first|line|combination|combined|multiple|myeloma|mantle|cell|lymphoma|l|d|s|push|bolus|only|or|dosed|arm|chemotherapy|chemo|drug|medication|medicine|name|component|components|start|date|end|note|frequency|induction|maintenance|consolidation|prefer|preferably|clinic|visit|medicament|medicamento|farmaco|wirkstoff|produkt|monotherap*|monoterap*|along|tablet*|tabs|tab|meal|meals|food|infusions',
} as const;
