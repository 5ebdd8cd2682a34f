package dev.mote.trainer.tensorflow;

import dev.mote.trainer.network.Parameter;
import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.Initializer;
import dev.mote.trainer.recipe.Optimizer;
import dev.mote.trainer.recipe.Regularizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What an optimizer remembers about each weight that it moves: arrays of the weights' shapes, named {@code dense/kernel/momentum}. */
final class Slots {
    private final Optimizer optimizer;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Variables variables;

    Slots(Ops tf, Optimizer optimizer, List<Parameter> trainable) {
        this.optimizer = optimizer;
        for (Parameter parameter : trainable) {
            for (String slot : names(optimizer)) {
                parameters.add(new Parameter(
                        parameter.name() + "/" + slot, parameter.shape(), Initializer.ZEROS, Regularizer.NONE));
            }
        }
        variables = new Variables(tf, parameters);
    }

    private static List<String> names(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> sgd.momentum() == 0 ? List.of() : List.of("momentum");
            case Optimizer.Adam adam -> List.of("m", "v");
            case Optimizer.AdamW adam -> List.of("m", "v");
            case Optimizer.RmsProp prop ->
                prop.centered() ? List.of("rms", "momentum", "mean") : List.of("rms", "momentum");
            case Optimizer.Adagrad grad -> List.of("accumulator");
            case Optimizer.Adadelta delta -> List.of("accumulator", "delta");
        };
    }

    Operand<TFloat32> get(Parameter parameter, String slot) {
        return variables.get(parameter.name() + "/" + slot);
    }

    /** Where training starts. */
    void initialize(Session session) {
        List<float[]> arrays = new ArrayList<>();
        for (Parameter parameter : parameters) {
            float[] values = new float[parameter.shape().elements()];
            // TensorFlow's operator adds no epsilon to the sum of squares: it is in it from the start.
            Arrays.fill(
                    values,
                    optimizer instanceof Optimizer.Adagrad grad
                            ? (float) (grad.initialAccumulator() + grad.epsilon())
                            : 0);
            arrays.add(values);
        }
        write(session, Weights.of(parameters, arrays));
    }

    void write(Session session, Weights values) {
        variables.write(session, values);
    }

    Weights read(Session session) {
        return parameters.isEmpty() ? Weights.of(List.of(), List.of()) : variables.read(session);
    }

    List<Parameter> parameters() {
        return List.copyOf(parameters);
    }
}
