/**
 * Drugs and supplements as they are written on a medication list: generic names, brands and spellings in several
 * languages, with the classes that the rules speak of. Data only; recognition is in medications.ts.
 */

export type DrugClass =
  | 'ssri'
  | 'snri'
  | 'tca'
  | 'maoi'
  | 'reversible-maoi'
  | 'other-serotonergic'
  | 'opioid'
  | 'gabapentinoid'
  | 'sedative'
  | 'cyp3a4-inhibitor'
  | 'cyp3a4-inducer'
  | 'cyp1a2-inhibitor'
  | 'cyp2d6-inhibitor'
  | 'anticoagulant'
  | 'antiplatelet'
  | 'nsaid'
  | 'seizure-threshold'
  | 'oral-antidiabetic'
  | 'insulin'
  | 'antihypertensive'
  | 'zoster-prophylaxis'
  | 'neurotoxic'
  | 'possibly-neurotoxic'
  | 'vitamin-c'
  | 'vitamin-b6'
  | 'b-complex'
  | 'catechol-supplement'
  | 'acetyl-l-carnitine'
  | 'alpha-lipoic-acid'
  | 'b12-lowering'
  | 'vitamin-b12'
  /** a class written instead of a drug: counts only where the entry names no drug of it */
  | 'class-name'
  /** known, and no rule here speaks of it */
  | 'no-rule';

export interface Drug {
  /** generic name, lower case */
  readonly name: string;
  readonly classes: readonly DrugClass[];
  /** other written forms: brands, salts, spellings in other languages */
  readonly written: readonly string[];
}

/** 'name/brand/brand: class class' keeps a long list readable; one drug a line. */
function drugs(lines: string): Drug[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [names = '', classes = ''] = line.split(':');
      const [name = '', ...written] = names.split('/').map((part) => part.trim());
      return { name, written, classes: classes.trim().split(/\s+/u) as DrugClass[] };
    });
}

export const DRUGS: readonly Drug[] = drugs(`
sertraline/Zoloft/sertralin/sertralina: ssri
fluoxetine/Prozac/Sarafem/fluoxetin/fluoxetina: ssri cyp2d6-inhibitor
paroxetine/Paxil/Seroxat/paroxetin/paroxetina: ssri cyp2d6-inhibitor
citalopram/Celexa/Cipramil: ssri
escitalopram/Lexapro/Cipralex: ssri
fluvoxamine/Luvox/Faverin/fluvoxamin/fluvoxamina: ssri cyp1a2-inhibitor
vortioxetine/Trintellix/Brintellix: ssri
vilazodone/Viibryd: ssri
duloxetine/Cymbalta/Drizalma/Irenka/Xeristar/Yentreve/duloxetin/duloxetina: snri
venlafaxine/Effexor/Efexor/venlafaxin/venlafaxina: snri
desvenlafaxine/Pristiq: snri
milnacipran/Savella: snri
levomilnacipran/Fetzima: snri
amitriptyline/Elavil/Triptizol/Saroten/amitriptylin/amitriptilina/amitryptiline/amitryptyline/amitriptiline: tca
nortriptyline/Pamelor/Aventyl/nortriptylin/nortriptilina/nortryptiline/nortryptyline: tca
imipramine/Tofranil: tca
desipramine/Norpramin: tca
doxepin/Silenor/Sinequan: tca
clomipramine/Anafranil: tca
protriptyline: tca
trimipramine: tca
dosulepin/dothiepin/Prothiaden: tca
lofepramine: tca
phenelzine/Nardil: maoi
tranylcypromine/Parnate: maoi
isocarboxazid/Marplan: maoi
procarbazine/Matulane/Natulan: maoi
selegiline/Emsam/Eldepryl/Zelapar: maoi
rasagiline/Azilect: maoi
safinamide/Xadago: maoi
moclobemide/Aurorix: reversible-maoi
linezolid/Zyvox/Zyvoxid: reversible-maoi
tedizolid/Sivextro: reversible-maoi
methylene blue/methylthioninium/methylthioninium chloride/ProvayBlue/methylene-blue/azul de metileno/bleu de methylene/Methylenblau/blu di metilene: reversible-maoi
trazodone/Desyrel/Oleptro: other-serotonergic sedative
mirtazapine/Remeron: other-serotonergic sedative
buspirone/Buspar: other-serotonergic
lithium/lithium carbonate/Lithobid/litio: other-serotonergic
sumatriptan/Imitrex/Imigran: other-serotonergic
rizatriptan/Maxalt: other-serotonergic
zolmitriptan/Zomig: other-serotonergic
eletriptan/Relpax: other-serotonergic
naratriptan/Amerge: other-serotonergic
frovatriptan: other-serotonergic
almotriptan: other-serotonergic
dextromethorphan/Nuedexta: other-serotonergic
tryptophan/L-tryptophan/5-HTP: other-serotonergic
St John's wort/St. John's wort/Saint John's wort/St Johns wort/hypericum/hypericum perforatum/Johanniskraut/hierba de San Juan/iperico/millepertuis/hiperico: cyp3a4-inducer other-serotonergic
tramadol/Ultram/ConZip/Tramal/Contramal/Ultracet/Zydol/Zamadol/Tramacet/tramadolo: opioid other-serotonergic seizure-threshold
tapentadol/Nucynta/Palexia: opioid other-serotonergic seizure-threshold
meperidine/pethidine/Demerol/petidina: opioid other-serotonergic
methadone/Dolophine/metadona/metadone: opioid other-serotonergic
fentanyl/Duragesic/Actiq/fentanilo/fentanil: opioid other-serotonergic
morphine/MS Contin/morphine sulfate/morfina/morphin: opioid
oxycodone/OxyContin/Percocet/Roxicodone/Endocet/Targin/Targiniq/oxicodona/ossicodone/oxycodon: opioid
hydrocodone/Norco/Vicodin/Hysingla/hidrocodona: opioid
hydromorphone/Dilaudid/Palladone/hidromorfona/idromorfone/hydromorphon: opioid
oxymorphone/Opana: opioid
codeine/codeina/Tylenol #3: opioid
dihydrocodeine: opioid
buprenorphine/Butrans/Suboxone/Belbuca/Subutex/buprenorfina: opioid
gabapentin/Neurontin/Gralise/Horizant/gabapentina: gabapentinoid
pregabalin/Lyrica/pregabalina: gabapentinoid
lorazepam/Ativan: sedative
diazepam/Valium: sedative
alprazolam/Xanax: sedative
clonazepam/Klonopin/Rivotril: sedative
temazepam/Restoril: sedative
midazolam: sedative
oxazepam: sedative
nitrazepam: sedative
lormetazepam: sedative
bromazepam/Lexotan: sedative
triazolam/Halcion: sedative
chlordiazepoxide/Librium: sedative
clobazam/Onfi: sedative
zolpidem/Ambien/Stilnox: sedative
zopiclone/Imovane: sedative
eszopiclone/Lunesta: sedative
quetiapine/Seroquel: sedative
olanzapine/Zyprexa: sedative
baclofen/Lioresal: sedative
cyclobenzaprine/Flexeril: sedative other-serotonergic
tizanidine/Zanaflex: sedative
diphenhydramine/Benadryl: sedative
hydroxyzine/Atarax/Vistaril: sedative
ketoconazole/Nizoral/ketoconazol: cyp3a4-inhibitor
itraconazole/Sporanox/itraconazol: cyp3a4-inhibitor
voriconazole/Vfend/voriconazol: cyp3a4-inhibitor
posaconazole/Noxafil/posaconazol: cyp3a4-inhibitor
clarithromycin/Biaxin/Klacid/claritromicina: cyp3a4-inhibitor
telithromycin: cyp3a4-inhibitor
ritonavir/Norvir/Paxlovid/Kaletra/nirmatrelvir: cyp3a4-inhibitor
cobicistat/Tybost/Symtuza/Stribild/Genvoya: cyp3a4-inhibitor
indinavir/Crixivan: cyp3a4-inhibitor
nelfinavir/Viracept: cyp3a4-inhibitor
saquinavir/Invirase: cyp3a4-inhibitor
lopinavir: cyp3a4-inhibitor
nefazodone: cyp3a4-inhibitor other-serotonergic
idelalisib/Zydelig: cyp3a4-inhibitor
ceritinib: cyp3a4-inhibitor
ribociclib/Kisqali: cyp3a4-inhibitor
tucatinib/Tukysa: cyp3a4-inhibitor
adagrasib/Krazati: cyp3a4-inhibitor
conivaptan: cyp3a4-inhibitor
elvitegravir: cyp3a4-inhibitor
tipranavir/Aptivus: cyp3a4-inhibitor
rifampicin/rifampin/Rifadin/Rimactane/rifampicina: cyp3a4-inducer
rifapentine/Priftin: cyp3a4-inducer
rifabutin/Mycobutin: cyp3a4-inducer
carbamazepine/Tegretol/carbamazepina/carbamazepin: cyp3a4-inducer
oxcarbazepine/Trileptal: cyp3a4-inducer
eslicarbazepine: cyp3a4-inducer
phenytoin/Dilantin/fenitoina/phenytoine: cyp3a4-inducer possibly-neurotoxic
fosphenytoin/Cerebyx: cyp3a4-inducer
phenobarbital/phenobarbitone/Luminal/fenobarbital: cyp3a4-inducer sedative
primidone/Mysoline: cyp3a4-inducer sedative
enzalutamide/Xtandi: cyp3a4-inducer
apalutamide/Erleada: cyp3a4-inducer
mitotane/Lysodren: cyp3a4-inducer
lumacaftor/Orkambi: cyp3a4-inducer
ivosidenib/Tibsovo: cyp3a4-inducer
ciprofloxacin/Cipro/Ciproxin/ciprofloxacino/ciprofloxacina: cyp1a2-inhibitor seizure-threshold
enoxacin: cyp1a2-inhibitor
bupropion/Wellbutrin/Zyban: cyp2d6-inhibitor seizure-threshold
quinidine: cyp2d6-inhibitor
terbinafine/Lamisil: cyp2d6-inhibitor
cinacalcet/Sensipar/Mimpara: cyp2d6-inhibitor
warfarin/Coumadin/Jantoven: anticoagulant
acenocoumarol/Sintrom: anticoagulant
phenprocoumon/Marcumar: anticoagulant
apixaban/Eliquis: anticoagulant
rivaroxaban/Xarelto: anticoagulant
edoxaban/Savaysa/Lixiana: anticoagulant
dabigatran/Pradaxa: anticoagulant
enoxaparin/Lovenox/Clexane: anticoagulant
dalteparin/Fragmin: anticoagulant
tinzaparin/Innohep: anticoagulant
nadroparin: anticoagulant
fondaparinux/Arixtra: anticoagulant
heparin/eparina: anticoagulant
aspirin/acetylsalicylic acid/ASA/Ecotrin/Cardioaspirin/acetylsalicylic/acido acetilsalicilico/acide acetylsalicylique/Acetylsalicylsäure/ASS/Aspirina: antiplatelet
clopidogrel/Plavix: antiplatelet
prasugrel/Effient/Efient: antiplatelet
ticagrelor/Brilinta/Brilique: antiplatelet
dipyridamole/Aggrenox: antiplatelet
ibuprofen/Advil/Motrin/Nurofen: nsaid
naproxen/Aleve/Naprosyn: nsaid
diclofenac/Voltaren: nsaid
celecoxib/Celebrex: nsaid
meloxicam/Mobic: nsaid
indomethacin/Indocin: nsaid
ketorolac/Toradol: nsaid
metformin/Glucophage/metformina: oral-antidiabetic b12-lowering
glipizide/Glucotrol: oral-antidiabetic
glyburide/glibenclamide/DiaBeta: oral-antidiabetic
glimepiride/Amaryl: oral-antidiabetic
gliclazide/Diamicron: oral-antidiabetic
repaglinide/Prandin: oral-antidiabetic
nateglinide/Starlix: oral-antidiabetic
pioglitazone/Actos: oral-antidiabetic
sitagliptin/Januvia/Janumet: oral-antidiabetic
linagliptin/Tradjenta/Trajenta: oral-antidiabetic
saxagliptin/Onglyza: oral-antidiabetic
vildagliptin/Galvus: oral-antidiabetic
empagliflozin/Jardiance: oral-antidiabetic
dapagliflozin/Farxiga/Forxiga: oral-antidiabetic
canagliflozin/Invokana: oral-antidiabetic
alogliptin/Nesina: oral-antidiabetic
acarbose/Precose/Glucobay: oral-antidiabetic
tolbutamide: oral-antidiabetic
ertugliflozin/Steglatro: oral-antidiabetic
Rybelsus: oral-antidiabetic
insulin/Lantus/Humalog/Novolog/Tresiba/Levemir/Toujeo/insulin glargine: insulin
omeprazole/Prilosec: b12-lowering
esomeprazole/Nexium: b12-lowering
pantoprazole/Protonix: b12-lowering
lansoprazole/Prevacid: b12-lowering
rabeprazole: b12-lowering
amlodipine/Norvasc: antihypertensive
lisinopril/Zestril/Prinivil: antihypertensive
enalapril/Vasotec: antihypertensive
ramipril/Altace: antihypertensive
losartan/Cozaar: antihypertensive
valsartan/Diovan: antihypertensive
candesartan/Atacand: antihypertensive
metoprolol/Lopressor/Toprol: antihypertensive
bisoprolol: antihypertensive
carvedilol/Coreg: antihypertensive
atenolol: antihypertensive
hydrochlorothiazide/HCTZ: antihypertensive
furosemide/Lasix: antihypertensive
spironolactone/Aldactone: antihypertensive
doxazosin/Cardura: antihypertensive
tamsulosin/Flomax: antihypertensive
acyclovir/aciclovir/Zovirax: zoster-prophylaxis
valacyclovir/valaciclovir/Valtrex: zoster-prophylaxis
famciclovir/Famvir: zoster-prophylaxis
thalidomide/Thalomid/talidomida/thalidomid: neurotoxic
vincristine/Oncovin/Marqibo/vincristina: neurotoxic
vinblastine/Velban: neurotoxic
vinorelbine/Navelbine: neurotoxic
cisplatin/Platinol/cisplatino/cisplatine: neurotoxic
carboplatin/Paraplatin: neurotoxic
oxaliplatin/Eloxatin/oxaliplatino: neurotoxic
paclitaxel/Taxol/Abraxane/nab-paclitaxel: neurotoxic
docetaxel/Taxotere: neurotoxic
cabazitaxel/Jevtana: neurotoxic
brentuximab vedotin/brentuximab/Adcetris: neurotoxic
polatuzumab vedotin/polatuzumab/Polivy: neurotoxic
enfortumab vedotin/enfortumab/Padcev: neurotoxic
eribulin/Halaven: neurotoxic
ixabepilone/Ixempra: neurotoxic
arsenic trioxide/Trisenox: neurotoxic
ixazomib/Ninlaro: neurotoxic
carfilzomib/Kyprolis: possibly-neurotoxic
lenalidomide/Revlimid: possibly-neurotoxic
pomalidomide/Pomalyst/Imnovid: possibly-neurotoxic
cytarabine: possibly-neurotoxic
amiodarone/Cordarone/Pacerone: possibly-neurotoxic
isoniazid: possibly-neurotoxic
metronidazole/Flagyl: possibly-neurotoxic
nitrofurantoin/Macrobid/Macrodantin: possibly-neurotoxic
dapsone: possibly-neurotoxic
colchicine/Colcrys: possibly-neurotoxic
disulfiram/Antabuse: possibly-neurotoxic
hydralazine: possibly-neurotoxic antihypertensive
stavudine: possibly-neurotoxic
leflunomide/Arava: possibly-neurotoxic
atorvastatin/Lipitor: possibly-neurotoxic
simvastatin/Zocor: possibly-neurotoxic
rosuvastatin/Crestor: possibly-neurotoxic
pravastatin/Pravachol: possibly-neurotoxic
lovastatin/Mevacor: possibly-neurotoxic
fluvastatin/Lescol: possibly-neurotoxic
pitavastatin/Livalo: possibly-neurotoxic
vitamin C/vit C/vitamina C/vitamine C/ascorbinsäure/Emergen-C/Redoxon/Cebion/ascorbato/acide ascorbique/ascorbic acid/ascorbate/sodium ascorbate/ester-C/acido ascorbico: vitamin-c
vitamin B6/vitamin B-6/vit B6/B6/pyridoxine/pyridoxal/pyridoxal phosphate/pyridoxal-5-phosphate/P5P/P-5-P/piridoxina/Benadon: vitamin-b6
vitamin B complex/vitamin B-complex/vit B complex/B-complex/B complex/B-50/B-100/super B/Neurobion/Benexol/Becozyme/Berocca: b-complex
green tea/green tea extract/EGCG/epigallocatechin/epigallocatechin gallate/matcha extract/camellia sinensis/Polyphenon/te verde/the vert/Grüntee/Grüntee-Extrakt/cha verde: catechol-supplement
quercetin: catechol-supplement
resveratrol: catechol-supplement
grape seed extract/grape seed: catechol-supplement
curcumin/turmeric: catechol-supplement
catechins/catechin/tea polyphenols/polyphenols/myricetin/luteolin/fisetin/rutin/pycnogenol/pine bark extract: catechol-supplement
acetyl-L-carnitine/acetyl L-carnitine/acetyl-carnitine/acetylcarnitine/ALCAR/ALC/acetilcarnitina/Nicetile/L-carnitine/levocarnitine/carnitine: acetyl-l-carnitine
alpha-lipoic acid/alpha lipoic acid/lipoic acid/thioctic acid/thioctacid/acido alfa lipoico/acido lipoico/liponsäure/acide alpha lipoique/ALA: alpha-lipoic-acid
alpha-linolenic acid/alpha-linolenic acid (ALA)/linolenic acid/linolenic acid (ALA): no-rule
vitamin B12/vitamin B-12/B12/cyanocobalamin/hydroxocobalamin/methylcobalamin/cobalamin: vitamin-b12
an SSRI/SSRI/SSRIs/selective serotonin reuptake inhibitor/selective serotonin reuptake inhibitors: class-name ssri
an SNRI/SNRI/SNRIs/serotonin norepinephrine reuptake inhibitor: class-name snri
a tricyclic antidepressant/tricyclic antidepressant/tricyclic antidepressants/tricyclic/TCA/TCAs: class-name tca
an MAO inhibitor/MAO inhibitor/MAO inhibitors/MAOI/MAOIs/monoamine oxidase inhibitor: class-name maoi
an opioid/opioid/opioids/opiate/opiates/narcotic analgesic: class-name opioid
a benzodiazepine/benzodiazepine/benzodiazepines: class-name sedative
a gabapentinoid/gabapentinoid/gabapentinoids: class-name gabapentinoid
a triptan/triptan/triptans: class-name other-serotonergic
an anticoagulant/anticoagulant/anticoagulants/anticoagulation/DOAC/DOACs/NOAC/LMWH/low molecular weight heparin/blood thinner/blood thinners: class-name anticoagulant
an NSAID/NSAID/NSAIDs: class-name nsaid
bortezomib/Velcade/Boruzu: no-rule
dexamethasone/Decadron/dexametasona/desametasone: no-rule
prednisone: no-rule
prednisolone: no-rule
methylprednisolone: no-rule
melphalan/Alkeran/Evomela/melfalan: no-rule
cyclophosphamide/Cytoxan: no-rule
doxorubicin/Adriamycin/Doxil/Caelyx: no-rule
daratumumab/Darzalex: no-rule
isatuximab/Sarclisa: no-rule
elotuzumab/Empliciti: no-rule
selinexor/Xpovio: no-rule
venetoclax/Venclexta: no-rule
panobinostat/Farydak: no-rule
zoledronic acid/Zometa: no-rule
denosumab/Xgeva/Prolia: no-rule
allopurinol/Zyloprim: no-rule
ondansetron/Zofran: no-rule
granisetron: no-rule
metoclopramide/Reglan: no-rule
paracetamol/acetaminophen/Tylenol: no-rule
sulfamethoxazole/trimethoprim/Bactrim/co-trimoxazole: no-rule
levofloxacin/Levaquin: no-rule
fluconazole/Diflucan: no-rule
filgrastim/Neupogen/pegfilgrastim: no-rule
epoetin/darbepoetin: no-rule
letermovir/Prevymis: no-rule
vitamin D/cholecalciferol/ergocalciferol: no-rule
folic acid: no-rule
calcium/calcium carbonate: no-rule
potassium chloride: no-rule
senna/sennosides: no-rule
docusate/Colace: no-rule
macrogol/polyethylene glycol/Miralax: no-rule
lactulose: no-rule
levothyroxine/Synthroid: no-rule
famotidine/Pepcid: no-rule
`);
