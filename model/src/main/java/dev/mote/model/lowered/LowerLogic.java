package dev.mote.model.lowered;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.List;

/** Lowering of comparisons, logic, choices, casts and positions. */
final class LowerLogic {
    private LowerLogic() {}

    static Layer logic(Operator.Logic logic, NodeView node) {
        TensorType type = node.input().type();
        return switch (logic) {
            case Operator.Compare(Operator.Comparison comparison) ->
                type == TensorType.INT8
                        ? new IntegerLayer.CompareInt8(
                                comparison, node.broadcast(), operand(node.input(0)), operand(node.input(1)))
                        : new IntegerLayer.Compare(comparison, node.broadcast(), type);
            case Operator.Logical(Operator.LogicalFunction function) ->
                switch (function) {
                    case LOGICAL_AND -> new IntegerLayer.Connect(true, node.broadcast());
                    case LOGICAL_OR -> new IntegerLayer.Connect(false, node.broadcast());
                    case LOGICAL_NOT -> new IntegerLayer.Not(node.elements());
                };
            case Operator.Select select ->
                new IntegerLayer.Select(spread(node), node.output().type());
            case Operator.ArgExtreme(boolean greatest) -> argExtreme(greatest, node);
            case Operator.Cast cast ->
                type == node.output().type()
                        ? new MovementLayer.Copy(node.elements())
                        : new IntegerLayer.Cast(
                                node.elements(), type, node.output().type());
            case Operator.ReduceAll all ->
                new IntegerLayer.All(
                        Reduction.of(node.input().shape(), node.input(1).integers()));
        };
    }

    /** The scale itself is the factor: both operands become real numbers. */
    private static Int8Layer.Operand operand(Tensor tensor) {
        return new Int8Layer.Operand(NodeView.zeroPoint(tensor), Multiplier.of(NodeView.scale(tensor)));
    }

    private static Spread spread(NodeView node) {
        List<Shape> operands = List.of(
                node.input(0).shape(), node.input(1).shape(), node.input(2).shape());
        return Spread.of(node.output().shape(), operands);
    }

    private static Layer argExtreme(boolean greatest, NodeView node) {
        Shape shape = node.input().shape();
        int attribute = node.input(1).integers()[0];
        int axis = attribute < 0 ? attribute + shape.rank() : attribute;
        return new IntegerLayer.ArgExtreme(
                shape.elements(0, axis),
                shape.dimension(axis),
                shape.elements(axis + 1, shape.rank()),
                node.input().type(),
                greatest);
    }
}
