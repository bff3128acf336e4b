// Answers: when does the code of the dossier come? When it is asked for, by whoever will need it soon.
export const loadDossier = () => import("./DossierPanel.tsx");
