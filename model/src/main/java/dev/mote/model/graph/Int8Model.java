package dev.mote.model.graph;

/** A verified graph whose inputs and outputs are int8: what the quantizer makes, and codegen and device-sim read. */
public record Int8Model(Graph graph) {
    /** @throws InvalidModelException with every finding if the graph breaks a rule, or its ends are not int8 */
    public Int8Model {
        GraphVerifier.requireValid(graph);
        GraphVerifier.requireEnds(graph, TensorType.INT8);
    }

    /** How the single input stands for real numbers. */
    public Quantization.PerTensor inputQuantization() {
        return end(graph.inputs().getFirst());
    }

    /** How the single output stands for real numbers. */
    public Quantization.PerTensor outputQuantization() {
        return end(graph.outputs().getFirst());
    }

    private Quantization.PerTensor end(int tensor) {
        return switch (graph.tensor(tensor).quantization()) {
            case Quantization.PerTensor quantization -> quantization;
            case Quantization.PerChannel channels ->
                throw new IllegalStateException("an activation is quantized per tensor");
            case Quantization.None _, Quantization.Trained _ ->
                throw new IllegalStateException("an int8 activation is quantized");
        };
    }
}
