"""Prints what an independent Python reader finds in an exported file: {"nodes": {id: label}, "edges": {id: [from, to, label, status]}}."""
import json
import sys


def with_networkx(read, path, edge_id):
    graph = read(path)
    assert graph.is_directed() and graph.is_multigraph()
    label = lambda data: data.get("label", "")
    return (
        {node: label(data) for node, data in graph.nodes(data=True)},
        [(edge_id(key, data), a, b, label(data), data.get("status", "")) for a, b, key, data in graph.edges(keys=True, data=True)],
    )


def networkx_graphml(path):
    import networkx

    return with_networkx(lambda p: networkx.read_graphml(p, force_multigraph=True), path, lambda key, data: key)


def networkx_gexf(path):
    import networkx

    return with_networkx(networkx.read_gexf, path, lambda key, data: data["id"])


def igraph_graphml(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    assert graph.is_directed()
    names = graph.vs["id"]
    edges = [(e["id"], names[e.source], names[e.target], e["label"], e["status"]) for e in graph.es]
    return dict(zip(names, graph.vs["label"])), edges


def rdf(path, syntax):
    """As the others, and what only RDF can say: how many nanopublications, which predicates, a digest of all statements but the stamp, which names the format."""
    import hashlib

    import rdflib

    dataset = rdflib.ConjunctiveGraph()
    dataset.parse(path, format=syntax)
    term = lambda name: rdflib.URIRef("urn:entente:vocabulary:" + name)
    label, base = rdflib.RDFS.label, "urn:entente:small:"
    short = lambda node: str(node)[len(base) :]
    kinds = {"org", "state", "person", "materiel"}
    nodes = {short(s): str(dataset.value(s, label)) for k in kinds for s in dataset.subjects(rdflib.RDF.type, term(k))}
    edges = [
        (short(s), short(dataset.value(s, term("from"))), short(dataset.value(s, term("to"))), str(dataset.value(s, label)), str(dataset.value(s, term("status"))))
        for s in dataset.subjects(rdflib.RDF.type, term("Relation"))
    ]
    statements = sorted(" ".join((s.n3(), p.n3(), o.n3(), str(g.identifier) if "urn:entente" in str(g.identifier) else "")) for s, p, o, g in dataset.quads() if p != rdflib.URIRef("http://purl.org/dc/terms/description"))
    nanopublications = list(dataset.subjects(rdflib.RDF.type, rdflib.URIRef("http://www.nanopub.org/nschema#Nanopublication")))
    extra = {
        "nanopublications": len(set(nanopublications)),
        "predicates": sorted({str(p) for p in dataset.predicates()}),
        "statements": len(statements),
        "digest": hashlib.sha256("\n".join(statements).encode()).hexdigest(),
    }
    return nodes, edges, extra


def rdf_trig(path):
    return rdf(path, "trig")


def rdf_jsonld(path):
    return rdf(path, "json-ld")


def csv_tables(path):
    import csv
    import io
    import zipfile

    def rows(name):
        with zipfile.ZipFile(path) as archive, archive.open(name) as file:
            return list(csv.DictReader(io.TextIOWrapper(file, "utf-8-sig", newline="")))

    nodes = {row["Id"]: row["Label"] for row in rows("nodes.csv")}
    return nodes, [(r["Id"], r["Source"], r["Target"], r["Label"], r["status"]) for r in rows("edges.csv")]


READERS = {f.__name__: f for f in (networkx_graphml, networkx_gexf, igraph_graphml, csv_tables, rdf_trig, rdf_jsonld)}

if __name__ == "__main__":
    nodes, edges, *extra = READERS[sys.argv[1]](sys.argv[2])
    assert len({edge[0] for edge in edges}) == len(edges), "an edge id stands twice"
    print(json.dumps({"nodes": nodes, "edges": {edge[0]: edge[1:] for edge in edges}, "extra": extra[0] if extra else None}))
