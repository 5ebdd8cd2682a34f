package dev.mote.model.graph;

/** A verified graph whose inputs and outputs are float32: what the trainer makes and the quantizer reads. */
public record FloatModel(Graph graph) {
    /** @throws InvalidModelException with every finding if the graph breaks a rule, or its ends are not float32 */
    public FloatModel {
        GraphVerifier.requireValid(graph);
        GraphVerifier.requireEnds(graph, TensorType.FLOAT32);
    }
}
