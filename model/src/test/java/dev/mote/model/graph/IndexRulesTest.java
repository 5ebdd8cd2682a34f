package dev.mote.model.graph;

import static dev.mote.model.graph.IndexSamples.matrix;
import static dev.mote.model.graph.MovementSamples.data;
import static dev.mote.model.graph.MovementSamples.integers;
import static dev.mote.model.graph.MovementSamples.paddings;
import static dev.mote.model.graph.OperatorSamples.ints;
import static dev.mote.model.graph.OperatorSamples.one;
import static dev.mote.model.graph.OperatorSamples.with;
import static dev.mote.model.graph.TensorType.FLOAT32;
import static dev.mote.model.graph.TensorType.INT32;
import static dev.mote.model.graph.TensorType.INT64;
import static dev.mote.model.graph.TensorType.INT8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule fires; {@link GraphVerifierTest} shows that the samples break none. */
class IndexRulesTest {
    private static final Operator NEAREST = new Operator.ResizeNearestNeighbor(false, false);
    private static final Operator BILINEAR = new Operator.ResizeBilinear(false, false);

    @Test
    void rejectsSizesOfAnotherCount() {
        assertFires("TFL-30", one(NEAREST, data(INT8, 1, 2, 2, 1), ints(4), data(INT8, 1, 4, 4, 1)));
        assertFires("TFL-30", one(BILINEAR, data(INT8, 2, 2, 1), ints(4, 4), data(INT8, 4, 4, 1)));
        assertFires("TFL-41", one(BILINEAR, data(INT8, 1, 2, 2, 1), integers(2), data(INT8, 1, 4, 4, 1)));
    }

    @Test
    void rejectsImpossibleSizes() {
        assertFires("TFL-32", one(NEAREST, data(INT8, 1, 2, 2, 1), ints(0, 4), data(INT8, 1, 1, 4, 1)));
        assertFires("TFL-32", one(BILINEAR, data(INT8, 1, 2, 2, 1), ints(-4, 4), data(INT8, 1, 1, 4, 1)));
        assertFires("TFL-32", one(BILINEAR, data(INT8, 1, 1 << 21, 1, 1), ints(1, 1), data(INT8, 1, 1, 1, 1)));
        assertFires("TFL-31", one(NEAREST, data(INT8, 1, 2, 2, 1), ints(4, 4), data(INT8, 1, 4, 3, 1)));
    }

    @Test
    void rejectsBothWaysToPlacePixels() {
        Operator both = new Operator.ResizeBilinear(true, true);
        assertFires("TFL-32", one(both, data(FLOAT32, 1, 2, 2, 1), ints(4, 4), data(FLOAT32, 1, 4, 4, 1)));
    }

    @Test
    void rejectsARoundedScaleThatLeadsOutside() {
        assertFires("TFL-32", one(BILINEAR, data(INT8, 1, 1, 1, 1), ints(1366, 1), data(INT8, 1, 1366, 1, 1)));
        assertEquals(List.of(), codes(one(BILINEAR, data(INT8, 1, 1, 1, 1), ints(1000, 1), data(INT8, 1, 1000, 1, 1))));
    }

    @Test
    void rejectsBlocksThatDoNotDivide() {
        assertFires("TFL-32", spaceToBatch(ints(2, 2), paddings(0, 0, 0, 0)));
        assertFires("TFL-32", spaceToBatch(ints(0, 2), paddings(0, 0, 0, 0)));
        assertFires("TFL-32", spaceToBatch(ints(3, 2), paddings(-3, 0, 0, 0)));
        assertFires("TFL-32", batchToSpace(ints(3, 2), paddings(0, 0, 0, 0)));
        assertFires("TFL-32", batchToSpace(ints(2, 2), paddings(3, 3, 0, 0)));
        assertFires("TFL-32", batchToSpace(ints(Integer.MAX_VALUE, 2), paddings(0, 0, 0, 0)));
    }

    @Test
    void rejectsBlocksOfAnotherCount() {
        assertFires("TFL-30", spaceToBatch(ints(3), paddings(0, 0)));
        assertFires("TFL-30", spaceToBatch(ints(3, 2), paddings(0, 0)));
        assertFires("TFL-30", batchToSpace(ints(2, 2), ints(0, 0, 0, 0)));
        assertFires("TFL-31", spaceToBatch(ints(3, 1), paddings(0, 0, 0, 0)));
    }

    private static Graph spaceToBatch(Tensor block, Tensor paddings) {
        return one(new Operator.SpaceToBatchNd(), data(INT8, 1, 3, 4, 1), block, paddings, data(INT8, 6, 1, 2, 1));
    }

    private static Graph batchToSpace(Tensor block, Tensor crops) {
        return one(new Operator.BatchToSpaceNd(), data(INT8, 4, 3, 4, 1), block, crops, data(INT8, 1, 6, 8, 1));
    }

    @Test
    void rejectsRowsOfIndicesThatLeadOutside() {
        assertFires("TFL-32", one(new Operator.GatherNd(), data(INT8, 2, 3), matrix(2, 2, 0), data(INT8, 1)));
        assertFires("TFL-32", one(new Operator.GatherNd(), data(INT8, 2, 3), matrix(2, 0, -1), data(INT8, 1)));
        assertEquals(List.of(), codes(one(new Operator.GatherNd(), data(INT8, 2, 3), matrix(2, 0, 5), data(INT8, 1))));
    }

    @Test
    void rejectsRowsOfTooManyIndices() {
        assertFires("TFL-30", one(new Operator.GatherNd(), data(INT8, 2), matrix(2, 0, 0), data(INT8, 1)));
        assertFires("TFL-30", one(new Operator.GatherNd(), data(INT8, 2), integers(), data(INT8, 2)));
        assertFires(
                "TFL-30", one(new Operator.GatherNd(), data(INT8, 1, 1, 1, 1, 1, 1), integers(1, 6), data(INT8, 1)));
        assertFires("TFL-31", one(new Operator.GatherNd(), data(INT8, 2, 3), integers(4, 1), data(INT8, 4)));
    }

    @Test
    void rejectsComputedIndicesOfAnotherType() {
        assertFires("TFL-40", one(new Operator.GatherNd(), data(INT8, 2), data(INT64, 2, 1), data(INT8, 2)));
        assertFires("TFL-40", one(new Operator.Gather(0, 0), data(INT8, 2), data(FLOAT32, 2), data(INT8, 2)));
        assertFires("TFL-40", one(new Operator.EmbeddingLookup(), data(INT8, 2), data(INT8, 2, 1), data(INT8, 2, 1)));
    }

    @Test
    void rejectsLookupsThatDoNotFit() {
        Operator lookup = new Operator.EmbeddingLookup();
        assertFires("TFL-32", one(lookup, ints(0, 2), data(INT8, 2, 3), data(INT8, 2, 3)));
        assertFires("TFL-30", one(lookup, integers(2, 1), data(INT8, 2, 3), data(INT8, 2, 3)));
        assertFires("TFL-30", one(lookup, integers(2), data(INT8, 2), data(INT8, 2)));
        assertFires("TFL-40", one(lookup, integers(2), data(FLOAT32, 2, 3), data(INT8, 2, 3)));
        assertFires("TFL-54", one(lookup, integers(2), data(INT8, 2, 3), data(FLOAT32, 2, 3)));
    }

    @Test
    void rejectsPartsThatDoNotFit() {
        Operator update = new Operator.DynamicUpdateSlice();
        assertFires("TFL-30", one(update, data(INT8, 2, 3), data(INT8, 3, 2), integers(2), data(INT8, 2, 3)));
        assertFires("TFL-30", one(update, data(INT8, 2, 3), data(INT8, 2), integers(2), data(INT8, 2, 3)));
        assertFires("TFL-30", one(update, data(INT8, 2, 3), data(INT8, 2, 2), integers(1), data(INT8, 2, 3)));
        assertFires("TFL-40", one(update, data(INT8, 2, 3), data(FLOAT32, 2, 2), integers(2), data(INT8, 2, 3)));
        assertFires("TFL-30", one(update, data(INT8), data(INT8), integers(0), data(INT8)));
    }

    @Test
    void rejectsFillingsOtherThanOneElement() {
        assertFires("TFL-30", one(new Operator.Fill(), ints(2), data(INT8, 1), data(INT8, 2)));
        assertFires("TFL-32", one(new Operator.Fill(), ints(-2), data(INT8), data(INT8, 2)));
        assertFires("TFL-30", one(new Operator.Fill(), matrix(1, 2), data(INT8), data(INT8, 2)));
        assertFires("TFL-41", one(new Operator.Fill(), integers(1), data(INT8), data(INT8, 2)));
        assertFires("TFL-31", one(new Operator.Fill(), ints(3), data(INT8), data(INT8, 2)));
    }

    @Test
    void rejectsShapesThatDoNotBroadcast() {
        assertFires("TFL-32", one(new Operator.BroadcastArgs(), ints(2, 3), ints(2), integers(2)));
        assertFires("TFL-30", one(new Operator.BroadcastArgs(), integers(2, 3), integers(2), integers(2)));
        assertFires("TFL-40", one(new Operator.BroadcastArgs(), data(FLOAT32, 2), data(FLOAT32, 2), data(FLOAT32, 2)));
    }

    @Test
    void rejectsProductsOfWhatIsComputed() {
        Operator product = new Operator.ReduceProduct(false);
        assertFires("TFL-41", one(product, integers(2), ints(0), integers()));
        assertFires("TFL-30", one(product, matrix(2, 1, 2), ints(0), integers(2)));
        assertFires("TFL-32", one(product, ints(1, 2), ints(1), integers()));
        assertFires("TFL-31", one(product, ints(1, 2), ints(0), integers(1)));
        assertFires("TFL-40", one(product, ints(1, 2), ints(0), data(FLOAT32)));
    }

    @Test
    void rejectsAxesOfSumsOutsideOfTheInput() {
        Graph sum = IndexSamples.cumulativeSum(INT8);
        assertFires("TFL-32", with(sum, 1, ints(2)));
        assertFires("TFL-32", with(sum, 1, ints(0, 1)));
        assertFires("TFL-41", with(sum, 1, integers(1)));
    }

    @Test
    void rejectsSumsThatAreMuchFinerThanTheirInputs() {
        Tensor fine = OperatorSamples.data(INT8, Quantization.perTensor(0x1p-20f, 0), 2, 3);
        assertFires("TFL-59", with(IndexSamples.cumulativeSum(INT8), 2, fine));
    }

    @Test
    void rejectsTensorsWithoutElements() {
        assertFires("TFL-30", one(new Operator.Gather(0, 0), data(INT32, 0), integers(1), data(INT32, 1)));
        assertFires("TFL-30", one(new Operator.SpaceToDepth(2), data(INT32, 1, 0, 2, 1), data(INT32, 1, 0, 1, 4)));
        assertFires("TFL-30", one(NEAREST, data(INT32, 1, 0, 1, 1), ints(1, 1), data(INT32, 1, 1, 1, 1)));
    }

    @Test
    void warnsOfZerosThatStandForAnotherNumber() {
        assertFires("TFL-58", one(new Operator.ZerosLike(), data(INT8, 2), data(INT8, 2)));
    }

    private static void assertFires(String code, Graph graph) {
        assertTrue(codes(graph).contains(code), code + " expected, found " + GraphVerifier.verify(graph));
    }

    private static List<String> codes(Graph graph) {
        return GraphVerifier.verify(graph).stream().map(Finding::code).toList();
    }
}
