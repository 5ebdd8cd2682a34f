package dev.mote.model.interpreter;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Tensor;
import dev.mote.model.interpreter.vector.Scratch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Working memory of a program. Every tensor keeps its own, so that all of them can be looked at after a run; states last from one
 * run to the next. Not thread-safe.
 */
public final class Invocation {
    private final Graph graph;
    private final List<Kernel> kernels;
    private final TensorBuffer[] tensors;
    private final Scratch scratch = new Scratch();

    Invocation(Graph graph, List<Kernel> kernels) {
        this.graph = graph;
        this.kernels = kernels;
        this.tensors = graph.tensors().stream().map(TensorBuffer::of).toArray(TensorBuffer[]::new);
        reset();
    }

    /** Makes the next run one that nothing went before. */
    public void reset() {
        for (int index = 0; index < tensors.length; index++) {
            Tensor tensor = graph.tensor(index);
            if (tensor.isState()) {
                tensors[index].fill(tensor.resetValue());
            }
        }
    }

    /** The tensor with this index, as the last run left it. */
    public TensorBuffer tensor(int index) {
        return tensors[index];
    }

    /** Graph input {@code position}; fill it before {@link #run()}. */
    public TensorBuffer input(int position) {
        return tensors[graph.inputs().get(position)];
    }

    public TensorBuffer output(int position) {
        return tensors[graph.outputs().get(position)];
    }

    /** Runs all layers on what the inputs hold. */
    public void run() {
        for (Kernel kernel : kernels) {
            kernel.run(tensors, scratch);
        }
    }

    /**
     * Runs one sample.
     *
     * @param inputs all graph inputs in graph order, raw little-endian, {@link #inputBytes()} long
     * @return all graph outputs in graph order, raw little-endian
     */
    public byte[] run(byte[] inputs) {
        if (inputs.length != inputBytes()) {
            throw new IllegalArgumentException("a sample has " + inputBytes() + " bytes, not " + inputs.length);
        }
        ByteBuffer source = ByteBuffer.wrap(inputs).order(ByteOrder.LITTLE_ENDIAN);
        for (int index : graph.inputs()) {
            tensors[index].read(source);
        }
        run();
        ByteBuffer target = ByteBuffer.allocate(outputBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int index : graph.outputs()) {
            tensors[index].write(target);
        }
        return target.array();
    }

    /**
     * Runs one sample of a model with one float32 input and one float32 output.
     *
     * @return the output, a new array
     */
    public float[] run(float[] input) {
        float[] target = ((TensorBuffer.Floats) input(0)).values();
        if (input.length != target.length) {
            throw new IllegalArgumentException("a sample has " + target.length + " values, not " + input.length);
        }
        System.arraycopy(input, 0, target, 0, target.length);
        run();
        return ((TensorBuffer.Floats) output(0)).values().clone();
    }

    /** Bytes of all graph inputs of one sample. */
    public int inputBytes() {
        return bytes(graph.inputs());
    }

    /** Bytes of all graph outputs of one sample. */
    public int outputBytes() {
        return bytes(graph.outputs());
    }

    private int bytes(List<Integer> indices) {
        return Math.toIntExact(indices.stream()
                .mapToLong(index -> graph.tensor(index).byteSize())
                .sum());
    }
}
