/**
 * The paragraphs of the patient's sheet, English and Spanish side by side. Short sentences, everyday words: the reading
 * level is measured by tests/rules/patient-handout.test.ts. `basis` names the statement or rule that each rests on.
 */
import type { Situation } from './patient-handout.ts';

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];
type Texts = Readonly<Record<Language, string>>;

export interface HandoutItem {
  readonly id: string;
  /** on the sheet only in this situation; on every sheet when absent */
  readonly when?: Situation;
  /** ids of statements, rules or sources */
  readonly basis: readonly string[];
  readonly text: Texts;
}

export const HANDOUT_TITLE: Texts = {
  en: 'Nerve problems with bortezomib: what you can do',
  es: 'Molestias en los nervios con bortezomib: qué puede hacer',
};

export const HANDOUT_WORDS: Readonly<
  Record<Language, { readonly blanks: readonly string[]; readonly foot: string; readonly content: string }>
> = {
  en: {
    blanks: ['Clinic phone', 'Nights and weekends'],
    foot: 'This sheet is general. Your team knows your case and may tell you something else. Not yet clinically reviewed.',
    content: 'Content',
  },
  es: {
    blanks: ['Teléfono de la clínica', 'Noches y fines de semana'],
    foot: 'Esta hoja es general. Su equipo conoce su caso y puede decirle otra cosa. Texto aún sin revisión clínica.',
    content: 'Contenido',
  },
};

const item = (id: string, basis: readonly string[], en: string, es: string, when?: Situation): HandoutItem =>
  when === undefined ? { id, basis, text: { en, es } } : { id, basis, text: { en, es }, when };

export const HANDOUT_SECTIONS: readonly {
  readonly id: string;
  readonly title: Texts;
  readonly items: readonly HandoutItem[];
}[] = [
  {
    id: 'what-it-is',
    title: { en: 'What it is', es: 'Qué es' },
    items: [
      item(
        'neuropathy',
        ['A18', 'general-knowledge'],
        'Bortezomib can hurt the nerves of the feet and hands. This is called neuropathy. You may feel tingling, burning or pain. Or you may feel less than before.',
        'El bortezomib puede dañar los nervios de los pies y de las manos. Esto se llama neuropatía. Puede sentir hormigueo, ardor o dolor. O puede sentir menos que antes.',
      ),
      item(
        'time',
        ['A18', 'A23', 'recovery'],
        'It gets better in most people, but it can take months. It helps to change the dose early.',
        'En la mayoría mejora, pero puede tardar meses. Ayuda cambiar la dosis pronto.',
      ),
    ],
  },
  {
    id: 'tell-the-team',
    title: { en: 'Tell your team before the next dose', es: 'Avise a su equipo antes de la próxima dosis' },
    items: [
      item(
        'before-the-dose',
        ['A23', 'monitoring'],
        'Tell us if you feel new or worse tingling, numb skin, pain or weakness. Please do not wait for it to pass.',
        'Díganos si nota más hormigueo, piel dormida, dolor o debilidad. No espere a que se pase.',
      ),
      item(
        'daily-life',
        ['monitoring'],
        'Tell us if buttons, keys, writing, walking or stairs are now hard for you.',
        'Díganos si ahora le cuesta abrochar botones, usar llaves, escribir, andar o subir escaleras.',
      ),
      item(
        'pain',
        ['symptom-treatment/order'],
        'Tell us if it hurts, and how much. Pain can be treated.',
        'Díganos si le duele y cuánto. El dolor se puede tratar.',
        'pain-possible',
      ),
      item(
        'on-hold',
        ['A2', 'monitoring'],
        'While the drug is on hold, come to your visits. We need to see when your nerves are better.',
        'Si la medicina está en pausa, venga a sus citas. Hay que ver cuándo mejoran sus nervios.',
        'on-hold',
      ),
    ],
  },
  {
    id: 'call-at-once',
    title: { en: 'Call at once if', es: 'Llame enseguida si' },
    items: [
      item(
        'weakness',
        ['red-flags/immune-mediated-motor-neuropathy'],
        'You get weaker from day to day, or your foot drops when you walk.',
        'Cada día tiene menos fuerza, o el pie se le cae al andar.',
      ),
      item(
        'breathing',
        ['red-flags/immune-mediated-motor-neuropathy'],
        'You have trouble with your breath, your speech or when you swallow. Call the emergency number.',
        'Le cuesta respirar, hablar o tragar. Llame a urgencias.',
      ),
      item(
        'cord',
        ['red-flags/cord-compression'],
        'You have new back pain. Or you feel less between your legs, or in one leg only. Or you cannot hold or pass urine or stool.',
        'Tiene un dolor nuevo de espalda. O siente menos entre las piernas, o en una sola pierna. O no puede orinar, o se le escapa la orina o las heces.',
      ),
      item(
        'shingles',
        ['red-flags/zoster'],
        'You have pain, a rash or blisters on one side of the body.',
        'Tiene dolor, manchas o ampollas en un solo lado del cuerpo.',
      ),
      item(
        'fainting',
        ['red-flags/autonomic-neuropathy'],
        'You faint, or you get dizzy when you stand up.',
        'Se desmaya, o se marea al ponerse de pie.',
      ),
      item(
        'bowel',
        ['red-flags/autonomic-neuropathy'],
        'Your belly swells and you cannot pass stool or wind.',
        'Se le hincha el vientre y no puede ir al baño ni echar gases.',
      ),
      item(
        'wound',
        ['self-care', 'general-knowledge'],
        'You find a sore, a burn or a hot red spot on a foot.',
        'Ve una herida, una quemadura o una zona roja y caliente en un pie.',
      ),
    ],
  },
  {
    id: 'what-helps',
    title: { en: 'What can help', es: 'Qué puede ayudar' },
    items: [
      item(
        'shoes',
        ['A14', 'self-care'],
        'Wear loose shoes, wide cotton socks and soft, padded slippers that fit well.',
        'Use zapatos anchos, medias o calcetines de algodón flojos y zapatillas blandas que no se salgan.',
      ),
      item(
        'bed',
        ['A15', 'self-care'],
        'In bed, keep the covers off your feet. Do the same for sore hands.',
        'En la cama, deje los pies sin tapar. Y las manos, si le duelen.',
        'pain-possible',
      ),
      item(
        'cool-water',
        ['A16', 'self-care'],
        'Cool water and a soft massage can ease pain for a while. Never put ice or icy water on skin that is numb or broken.',
        'El agua fresca y un masaje suave pueden calmar un rato. Nunca ponga hielo ni agua helada en piel dormida o con heridas.',
        'cold-possible',
      ),
      item(
        'no-cold',
        ['A16', 'self-care'],
        'Keep ice, icy water and heat packs off your feet and hands. You may not feel the harm.',
        'No ponga hielo, agua helada ni bolsas de calor en pies o manos. Puede no sentir el daño.',
        'cold-not-possible',
      ),
      item(
        'walking',
        ['A17', 'self-care'],
        'Walk, but not too much. A long walk can make the pain worse.',
        'Camine, pero sin excederse. Andar mucho puede dar más dolor.',
      ),
    ],
  },
  {
    id: 'stay-safe',
    title: { en: 'Stay safe', es: 'Cuide su seguridad' },
    items: [
      item(
        'feet',
        ['self-care'],
        'Look at your feet every day, also from below and between the toes. Use a mirror or ask for help.',
        'Mire sus pies cada día, también por debajo y entre los dedos. Use un espejo o pida ayuda.',
      ),
      item(
        'heat',
        ['self-care'],
        'Test hot water with your elbow first. Take care with stoves, heaters and the sun.',
        'Pruebe antes el agua caliente con el codo. Cuidado con la cocina, las estufas y el sol.',
      ),
      item(
        'falls',
        ['self-care'],
        'To avoid falls, clear the floor, light the way at night and get up slowly.',
        'Para no caerse, deje el suelo libre, ponga luz de noche y levántese despacio.',
      ),
      item(
        'rail',
        ['self-care', 'general-knowledge'],
        'Hold the rail on stairs. Ask us about a cane or a brace.',
        'En la escalera, agárrese bien. Pregunte por un bastón o una férula.',
        'weakness',
      ),
      item(
        'driving',
        ['general-knowledge'],
        'Do not drive if you cannot feel the pedals well, or if you are dizzy or sleepy.',
        'No conduzca si no siente bien los pedales, o si tiene mareo o sueño.',
      ),
      item(
        'sugar',
        ['check/diabetes', 'interaction/bortezomib-antidiabetic'],
        'With diabetes, ask us how often to check your blood sugar. It can rise or fall.',
        'Si tiene diabetes, pregunte cada cuánto medir el azúcar. Puede subir o bajar.',
        'diabetes',
      ),
    ],
  },
  {
    id: 'medicines',
    title: { en: 'Medicines and vitamins', es: 'Medicinas y vitaminas' },
    items: [
      item(
        'own-medicines',
        ['general-knowledge'],
        'Keep taking your medicines. Do not change them or leave them out on your own. Call us first.',
        'Siga con sus medicinas. No las cambie ni las deje por su cuenta. Llame antes.',
      ),
      item(
        'supplements',
        [
          'A21',
          'A22',
          'avoid/vitamin-c',
          'avoid/pyridoxine',
          'avoid/green-tea-and-catechols',
          'avoid/acetyl-l-carnitine',
        ],
        'Ask us before you take high-dose vitamin C, vitamin B6, green tea extract or acetyl-L-carnitine. They may harm the nerves or make the drug weaker. Normal food is fine.',
        'Pregunte antes de tomar mucha vitamina C, vitamina B6, extracto de té verde o acetil-L-carnitina. Pueden dañar los nervios o quitar fuerza a la medicina. La comida normal no es problema.',
      ),
    ],
  },
];
