/**
 * A quick test for text that may hold a label worth a closer look: identity, vital signs, results, section headings.
 * Loose on purpose; the lists in labels.ts, observations.ts and sections.ts decide.
 */
export const CLINICAL_LABEL = new RegExp(
  [
    // identity and vital signs; short words only where a text begins
    '^\\s*(?:age|sex|gender|ht|wt|bsa|sc|kof|name|patient|dob|mrn|urn|id|nhc|ipp|eta|alter|edad|idade|leeftijd|alder|peso|poids|gewicht|talla|taille|gr(?:ö|oe)(?:ß|ss)e|altezza|altura|lengte|højde|vægt|sexo|sexe|sesso|geslacht|geschlecht|køn|genero|nombre|nom|nome|naam|navn|gfr|plt|hb)(?=[\\s:*.(|,]|$)',
    'birth|born|d\\.?o\\.?b|\\bmrn\\b|nacim|naissan|\\bn[ée]e? le|geburt|\\bgeb\\.|nascit|nascim|geboorte|geboren|fødsel|\\bcpr\\b|patient ?(?:id|no|nr)|record n|weight|height|gender|body surf|surface|oberfl|oppervl|overflade|superf[ií]c',
    // results
    '[ck]r[ée]atinin|cr?cl|clcr|gfr|bilirr?ub|platelet|plaquet|piastrin|th?rombo[ckz]|trombocit|\\bplt|b-?12|cobalamin|a1c|clearance|clairance|aclaram|depura|klaring|\\bbsa\\b|\\bkof\\b',
    // sections
    '\\borders?\\b|all?erg|intoleran|problem|diagnos|condition|medica|medicin|l(?:æ|ae)gemid|medikam|arznei|verordn|prescri|farma|geneesm|drug',
    // a banner without labels: 1958-03-14 (68y), 77 yrs · 02-Nov-1949
    '\\d[ -]?(?:y|yrs?|years?|y\\/?o|j|ans|años|anni|anos|jahre|jaar|år)\\b|\\b\\d{1,4}[-/. ](?:\\d{1,2}|[a-zé]{3,9}\\.?)[-/. ]\\d{2,4}\\b',
  ].join('|'),
  'iu',
);
