package dev.mote.model.tflite;

import dev.mote.model.graph.Operator;
import dev.mote.model.graph.TensorType;
import java.util.List;

/** Options tables of the operators that keep a state. What only kernels with float activations and int8 weights read is left out. */
final class StateCodecs {
    static final List<OperatorCodec<?>> ALL = List.of(
            new OperatorCodec<>(
                    "SVDF",
                    Operator.Svdf.class,
                    6,
                    3,
                    in -> new Operator.Svdf(in.int32(0, 0), in.activation(1)),
                    (use, out) -> out.int32(0, use.operator().rank(), 0)
                            .int8(1, use.operator().activation().ordinal()),
                    use -> use.inputType() == TensorType.INT8 ? 3 : 1),
            new OperatorCodec<>(
                    "UNIDIRECTIONAL_SEQUENCE_LSTM",
                    Operator.UnidirectionalSequenceLstm.class,
                    71,
                    6,
                    in -> {
                        in.demandTanh(0);
                        in.demandZero(5, "diagonal recurrent weights");
                        return new Operator.UnidirectionalSequenceLstm(in.float32(1), in.bool(3));
                    },
                    (use, out) -> out.int8(0, OptionsReader.TANH)
                            .float32(1, use.operator().cellClip())
                            .bool(3, use.operator().timeMajor()),
                    use -> 1));

    private StateCodecs() {}
}
