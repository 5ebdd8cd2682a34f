package dev.mote.model.lowered;

import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;

/** Lowering of CUMSUM. */
final class LowerCumulativeSum {
    private LowerCumulativeSum() {}

    static Layer lower(Operator.CumulativeSum sum, NodeView node, boolean int8) {
        Shape shape = node.input().shape();
        int attribute = node.input(1).integers()[0];
        int axis = attribute < 0 ? attribute + shape.rank() : attribute;
        Lanes lanes = new Lanes(
                shape.elements(0, axis),
                shape.dimension(axis),
                shape.elements(axis + 1, shape.rank()),
                sum.exclusive(),
                sum.reverse());
        return int8 ? int8(lanes, node) : new FloatLayer.CumulativeSum(lanes);
    }

    private static Layer int8(Lanes lanes, NodeView node) {
        double common = 2 * (double) node.inputScale();
        double headroom = 1 << Int8Layer.CumulativeSum.SHIFT;
        return new Int8Layer.CumulativeSum(
                lanes,
                Multiplier.of(node.inputScale() / common),
                Multiplier.of(common / (headroom * node.outputScale())),
                node.inputZeroPoint(),
                node.outputZeroPoint());
    }
}
