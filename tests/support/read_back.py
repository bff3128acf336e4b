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


def csv_tables(path):
    import csv
    import io
    import zipfile

    def rows(name):
        with zipfile.ZipFile(path) as archive, archive.open(name) as file:
            return list(csv.DictReader(io.TextIOWrapper(file, "utf-8-sig", newline="")))

    nodes = {row["Id"]: row["Label"] for row in rows("nodes.csv")}
    return nodes, [(r["Id"], r["Source"], r["Target"], r["Label"], r["status"]) for r in rows("edges.csv")]


READERS = {f.__name__: f for f in (networkx_graphml, networkx_gexf, igraph_graphml, csv_tables)}

if __name__ == "__main__":
    nodes, edges = READERS[sys.argv[1]](sys.argv[2])
    assert len({edge[0] for edge in edges}) == len(edges), "an edge id stands twice"
    print(json.dumps({"nodes": nodes, "edges": {edge[0]: edge[1:] for edge in edges}}))
