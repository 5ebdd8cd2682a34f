package dev.mote.trainer.tensorflow;

import dev.mote.trainer.network.Parameter;
import dev.mote.trainer.network.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** The parameters of a network as variables of a TensorFlow graph, with a way in and out for their values. */
final class Variables {
    private record Entry(Parameter parameter, Variable<TFloat32> variable, Placeholder<TFloat32> feed, Op assign) {}

    private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();

    Variables(Ops tf, List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            var shape = Shapes.of(parameter.shape().dimensions());
            Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
            Placeholder<TFloat32> feed = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
            entries.put(parameter.name(), new Entry(parameter, variable, feed, tf.assign(variable, feed)));
        }
    }

    Operand<TFloat32> get(String name) {
        return entries.get(name).variable();
    }

    /** Those that follow the gradient. */
    List<Parameter> trainable() {
        return entries.values().stream()
                .map(Entry::parameter)
                .filter(Parameter::isTrainable)
                .toList();
    }

    void write(Session session, Weights weights) {
        for (Entry entry : entries.values()) {
            float[] values = weights.get(entry.parameter().name());
            var shape = Shapes.of(entry.parameter().shape().dimensions());
            try (TFloat32 tensor = TFloat32.tensorOf(shape, DataBuffers.of(values))) {
                session.runner()
                        .feed(entry.feed(), tensor)
                        .addTarget(entry.assign())
                        .run()
                        .close();
            }
        }
    }

    Weights read(Session session) {
        Session.Runner runner = session.runner();
        entries.values().forEach(entry -> runner.fetch(entry.variable()));
        List<float[]> arrays = new ArrayList<>();
        try (Result result = runner.run()) {
            for (int i = 0; i < entries.size(); i++) {
                arrays.add(Feed.floats((TFloat32) result.get(i)));
            }
        }
        return Weights.of(entries.values().stream().map(Entry::parameter).toList(), arrays);
    }
}
