// Small (small), version 1
// Scope: 2 hops around North Korea
// Filters: modality: actual; without opinions; without relations that are only denied
// Note: 1 more relation between them set aside by the filter
// Holds 4 of 4 actors, 3 of 4 relations, 4 of 5 claims, 1 of 1 source
// Status says how well a relation is evidenced: alleged, reported, confirmed, disputed, denied. A relation that is not confirmed is no established fact.
// Licence: CC0
// Made by entente 0.0.0: entente export --format cypher --neighbors state/kp --depth 2
UNWIND [
{id: 'materiel/shell', props: {label: 'Artillery shells', kind: 'materiel', subtype: 'artillery-round', x: 0, y: 0}}
] AS row
MERGE (a:Actor {id: row.id})
SET a += row.props, a:Materiel;
UNWIND [
{id: 'state/kp', props: {label: 'North Korea', kind: 'state', names: '조선', summary: 'A "state" & more', x: 0, y: 0}},
{id: 'state/ru', props: {label: 'Russia', kind: 'state', names: 'Россия', ids: 'wikidata=Q159', x: 0, y: 0}},
{id: 'state/ua', props: {label: 'Ukraine', kind: 'state', names: 'Україна', x: 0, y: 0}}
] AS row
MERGE (a:Actor {id: row.id})
SET a += row.props, a:State;
UNWIND [
{id: 'e_31c4a4577b', from: 'state/kp', to: 'state/ru', props: {label: 'North Korea allied-withs Russia', type: 'allied-with', polarity: 'supportive', symmetric: true, status: 'confirmed', contested: false, claims: 1, origins: 1, denials: 0, bestCredibility: 3, worstCredibility: 3, originIds: 'state/ru', sources: 'source/s', claimIds: 'source/s#c2', firstDate: '2024-06-19', lastDate: '2024-06-19', dates: '2024-06-19', firstPublished: '2024-05-10', lastPublished: '2024-05-10'}}
] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:ALLIED_WITH {id: row.id}]->(b)
SET r += row.props;
UNWIND [
{id: 'e_4754542ce0', from: 'state/kp', to: 'state/ru', props: {label: 'North Korea is alleged to supplies artillery shells to Russia', type: 'supplies', polarity: 'supportive', symmetric: false, status: 'alleged', contested: false, claims: 1, origins: 1, denials: 0, bestCredibility: 3, worstCredibility: 3, originIds: 'source/s', sources: 'source/s', claimIds: 'source/s#c1', firstDate: '2023-09-01', lastDate: '2024-02-29', dates: '2023-09/2024-02', firstPublished: '2024-05-10', lastPublished: '2024-05-10', slots: 'item: artillery shells (materiel/shell)'}}
] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:ALLEGED_SUPPLIES {id: row.id}]->(b)
SET r += row.props;
UNWIND [
{id: 'e_6e97d4d384', from: 'state/ru', to: 'state/ua', props: {label: 'It is disputed that Russia attackss Ukraine', type: 'attacks', polarity: 'hostile', symmetric: false, status: 'disputed', contested: false, claims: 1, origins: 1, denials: 1, bestCredibility: 3, worstCredibility: 3, originIds: 'source/s', sources: 'source/s', claimIds: 'source/s#c3', firstPublished: '2024-05-10', lastPublished: '2024-05-10'}}
] AS row
MATCH (a:Actor {id: row.from}), (b:Actor {id: row.to})
MERGE (a)-[r:DISPUTED_ATTACKS {id: row.id}]->(b)
SET r += row.props;
