package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.interpreter.Invocation;
import dev.mote.model.interpreter.TensorBuffer;
import java.util.List;

/** Puts one float sample into the inputs of a model, float32 or int8; what it remembers of the sample before is gone. */
final class Feed {
    private Feed() {}

    /** Values of one sample: those of all graph inputs. */
    static int elements(Graph graph) {
        return graph.inputs().stream()
                .mapToInt(index -> graph.tensor(index).shape().elements())
                .sum();
    }

    static void floats(Graph graph, Invocation invocation, float[] sample) {
        invocation.reset();
        int position = 0;
        for (int input = 0; input < graph.inputs().size(); input++) {
            float[] values = ((TensorBuffer.Floats) invocation.input(input)).values();
            System.arraycopy(sample, position, values, 0, values.length);
            position += values.length;
        }
    }

    /** @param encodings of the graph inputs, float or int8 */
    static void encoded(List<Encoding> encodings, Invocation invocation, float[] sample) {
        invocation.reset();
        int position = 0;
        for (int input = 0; input < encodings.size(); input++) {
            if (invocation.input(input) instanceof TensorBuffer.Bytes(byte[] values)) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = encodings.get(input).perTensor().quantize(sample[position++]);
                }
            } else {
                float[] values = ((TensorBuffer.Floats) invocation.input(input)).values();
                System.arraycopy(sample, position, values, 0, values.length);
                position += values.length;
            }
        }
    }
}
