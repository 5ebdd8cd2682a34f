package dev.mote.model.tflite;

import dev.mote.model.graph.Finding;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InvalidModelException;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Places;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bytes of a {@code .tflite} -> graph with findings. */
public final class TfliteReader {
    private final String source;
    private final FlatTable model;
    private final List<Finding> findings = new ArrayList<>();

    private TfliteReader(String source, byte[] bytes) {
        this.source = source;
        this.model = new FlatBuffer(source, bytes).root(Places.MODEL);
    }

    /** Reads whatever is structurally sound; what Mote cannot run is in the findings. The graph is named by its file where the file
     *  itself says nothing or {@code main}, as converters do.
     *  @param source file name, for messages
     *  @throws InvalidModelException if the bytes are no {@code .tflite} or a damaged one */
    public static TfliteReading read(String source, byte[] bytes) {
        TfliteReader reader = new TfliteReader(source, bytes);
        Graph graph = reader.graph();
        return TfliteReading.of(source, graph, reader.findings);
    }

    private Graph graph() {
        checkVersion();
        List<FlatTable> subgraphs = model.tables(Schema.Model.SUBGRAPHS, "subgraph");
        if (subgraphs.isEmpty()) {
            throw model.damaged("has no subgraph");
        }
        BufferReader buffers = new BufferReader(model.tables(Schema.Model.BUFFERS, "buffer"));
        Graph graph = graph(subgraphs.getFirst(), buffers, metadata(buffers), findings);
        if (subgraphs.size() == 1) {
            return graph;
        }
        LoopReader loops =
                new LoopReader(subgraphs, (subgraph, problems) -> graph(subgraph, buffers, Map.of(), problems));
        Graph unrolled = UnrollLoops.apply(
                graph, loops.loops(graph, subgraphs.getFirst().tables(Schema.SubGraph.OPERATORS, "operator")));
        if (!loops.usesAll()) {
            findings.add(new Finding(
                    Finding.Severity.WARNING,
                    "TFL-08",
                    Places.MODEL,
                    "has " + subgraphs.size() + " subgraphs, only the first one and its loops are used",
                    "export one function without control flow"));
        }
        return unrolled;
    }

    private Graph graph(
            FlatTable subgraph, BufferReader buffers, Map<String, TensorData> metadata, List<Finding> problems) {
        List<FlatTable> operators = subgraph.tables(Schema.SubGraph.OPERATORS, "operator");
        List<Integer> inputs = subgraph.ints(Schema.SubGraph.INPUTS);
        List<Tensor> tensors = tensors(subgraph, buffers, computed(inputs, operators), problems);
        NodeReader reader = new NodeReader(model.tables(Schema.Model.OPERATOR_CODES, "operator code"), problems);
        List<Node> nodes = new ArrayList<>(operators.size());
        for (FlatTable operator : operators) {
            nodes.add(reader.read(operator, nodes.size(), tensors));
        }
        return new Graph(name(subgraph), tensors, nodes, inputs, subgraph.ints(Schema.SubGraph.OUTPUTS), metadata);
    }

    private void checkVersion() {
        long version = model.uint32(Schema.Model.VERSION);
        if (version != Schema.VERSION) {
            findings.add(Finding.error(
                    "TFL-07",
                    Places.MODEL,
                    "has schema version " + version + ", expected " + Schema.VERSION,
                    "convert it with a current converter"));
        }
    }

    /** Tensors that get their value when the graph runs; an empty buffer does not tell them from constants without elements. */
    private static Set<Integer> computed(List<Integer> inputs, List<FlatTable> operators) {
        Set<Integer> computed = new HashSet<>(inputs);
        for (FlatTable operator : operators) {
            computed.addAll(operator.ints(Schema.Operator.OUTPUTS));
        }
        return computed;
    }

    private static List<Tensor> tensors(
            FlatTable subgraph, BufferReader buffers, Set<Integer> computed, List<Finding> problems) {
        TensorReader reader = new TensorReader(buffers, problems);
        List<Tensor> tensors = new ArrayList<>();
        for (FlatTable table : subgraph.tables(Schema.SubGraph.TENSORS, "tensor")) {
            tensors.add(reader.read(table, tensors.size(), computed.contains(tensors.size())));
        }
        return tensors;
    }

    private String name(FlatTable subgraph) {
        String name = subgraph.string(Schema.SubGraph.NAME);
        if (!name.isBlank() && !name.equals("main")) {
            return name;
        }
        String file = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
        return file.endsWith(".tflite") ? file.substring(0, file.length() - ".tflite".length()) : file;
    }

    private Map<String, TensorData> metadata(BufferReader buffers) {
        Map<String, TensorData> metadata = new LinkedHashMap<>();
        for (FlatTable table : model.tables(Schema.Model.METADATA, "metadata")) {
            String name = table.string(Schema.Metadata.NAME);
            long buffer = table.uint32(Schema.Metadata.BUFFER);
            if (buffer >= buffers.count() || buffers.isOutside((int) buffer)) {
                findings.add(new Finding(
                        Finding.Severity.WARNING,
                        "TFL-16",
                        "metadata " + Places.quote(name),
                        "its buffer " + buffer + " is not in the file, so it is left out",
                        ""));
            } else {
                metadata.putIfAbsent(name, buffers.data((int) buffer));
            }
        }
        return metadata;
    }
}
