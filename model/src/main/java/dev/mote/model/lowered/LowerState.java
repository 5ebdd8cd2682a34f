package dev.mote.model.lowered;

import dev.mote.model.arithmetic.LstmArithmetic;
import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.LstmInputs;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.stream.IntStream;

/** Lowering of the operators that keep a state. */
final class LowerState {
    private LowerState() {}

    static Layer layer(Operator.Stateful operator, NodeView node) {
        boolean floats = node.input().type() == TensorType.FLOAT32;
        return switch (operator) {
            case Operator.Svdf svdf -> floats ? svdfFloat(svdf, node) : svdfInt8(svdf, node);
            case Operator.UnidirectionalSequenceLstm lstm -> floats ? lstmFloat(lstm, node) : lstmInteger(lstm, node);
        };
    }

    private static StateLayer.SvdfShape shape(Operator.Svdf svdf, NodeView node) {
        Shape in = node.input().shape();
        Shape time = node.input(2).shape();
        return new StateLayer.SvdfShape(
                in.dimension(0), in.dimension(1), time.dimension(0) / svdf.rank(), svdf.rank(), time.dimension(1));
    }

    private static Layer svdfFloat(Operator.Svdf svdf, NodeView node) {
        StateLayer.SvdfShape shape = shape(svdf, node);
        return new StateLayer.SvdfFloat(
                shape, node.constant(1), node.constant(2), svdfBias(node, shape), svdf.activation());
    }

    /** Both factors are quotients of floats. */
    private static Layer svdfInt8(Operator.Svdf svdf, NodeView node) {
        StateLayer.SvdfShape shape = shape(svdf, node);
        Tensor state = node.input(Operator.Svdf.STATE);
        float stateScale = NodeView.scale(state);
        float toState = node.inputScale() * NodeView.scale(node.input(1)) / stateScale;
        float toOutput = stateScale * NodeView.scale(node.input(2)) / node.outputScale();
        return new StateLayer.SvdfInt8(
                shape,
                node.constant(1),
                node.constant(2),
                svdfBias(node, shape),
                state.type(),
                Multiplier.of(toState),
                Multiplier.of(toOutput),
                node.inputZeroPoint(),
                NodeView.zeroPoint(state),
                node.outputZeroPoint());
    }

    private static TensorData svdfBias(NodeView node, StateLayer.SvdfShape shape) {
        return node.node().hasInput(Operator.Svdf.BIAS)
                ? node.constant(Operator.Svdf.BIAS)
                : TensorData.ofBytes(new byte[shape.units() * 4]);
    }

    private static StateLayer.LstmShape shape(Operator.UnidirectionalSequenceLstm lstm, NodeView node) {
        Shape in = node.input().shape();
        int outer = in.dimension(0);
        int inner = in.dimension(1);
        return new StateLayer.LstmShape(
                lstm.timeMajor() ? inner : outer,
                lstm.timeMajor() ? outer : inner,
                in.dimension(2),
                node.output().shape().dimension(2),
                lstm.timeMajor());
    }

    private static List<StateLayer.Gate> gates(NodeView node) {
        return IntStream.range(0, LstmInputs.GATES)
                .mapToObj(gate -> new StateLayer.Gate(
                        node.constant(LstmInputs.INPUT_WEIGHTS + gate),
                        node.constant(LstmInputs.HIDDEN_WEIGHTS + gate),
                        node.constant(LstmInputs.BIAS + gate)))
                .toList();
    }

    private static Layer lstmFloat(Operator.UnidirectionalSequenceLstm lstm, NodeView node) {
        float clip = lstm.cellClip() > 0 ? lstm.cellClip() : Float.POSITIVE_INFINITY;
        return new StateLayer.LstmFloat(shape(lstm, node), gates(node), clip);
    }

    private static Layer lstmInteger(Operator.UnidirectionalSequenceLstm lstm, NodeView node) {
        Tensor hidden = node.input(LstmInputs.HIDDEN_STATE);
        float hiddenScale = NodeView.scale(hidden);
        float cellScale = NodeView.scale(node.input(LstmInputs.CELL_STATE));
        boolean clips = lstm.cellClip() > 0;
        int clip = clips ? LstmArithmetic.clip(lstm.cellClip(), cellScale) : Short.MAX_VALUE;
        return new StateLayer.LstmInteger(
                shape(lstm, node),
                node.input().type(),
                gates(node),
                IntStream.range(0, LstmInputs.GATES)
                        .mapToObj(gate -> factors(gate, node, hiddenScale))
                        .toList(),
                Multiplier.of(LstmArithmetic.ofProducts(cellScale)),
                Multiplier.of(LstmArithmetic.ofProducts(hiddenScale)),
                LstmArithmetic.tanhScale(LstmArithmetic.power(cellScale)),
                node.inputZeroPoint(),
                NodeView.zeroPoint(hidden),
                clips ? -clip : Short.MIN_VALUE,
                clip);
    }

    private static StateLayer.GateFactors factors(int gate, NodeView node, float hiddenScale) {
        float inputWeights = NodeView.scale(node.input(LstmInputs.INPUT_WEIGHTS + gate));
        float hiddenWeights = NodeView.scale(node.input(LstmInputs.HIDDEN_WEIGHTS + gate));
        return new StateLayer.GateFactors(
                Multiplier.of(LstmArithmetic.gateFactor(node.inputScale(), inputWeights)),
                Multiplier.of(LstmArithmetic.gateFactor(hiddenScale, hiddenWeights)));
    }
}
