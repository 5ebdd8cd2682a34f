package dev.mote.codegen;

import dev.mote.model.lowered.MovementLayer;
import dev.mote.model.lowered.MovementLayer.Blocks;
import java.util.List;

/** Images into phases, and phases into images. */
final class BlockEmitter {
    private static final int BLOCKS_BYTES = 10 * 4;
    private static final int FILLED_BYTES = BLOCKS_BYTES + PadEmitter.FILL_BYTES;

    private BlockEmitter() {}

    static LayerCode spaceToBatch(MovementLayer.SpaceToBatch layer, LayerScope scope) {
        List<Integer> fill = PadEmitter.fill(layer.fill(), scope.element());
        String text = blocks(layer.blocks(), scope) + """
                .fill = {%s},
                """.formatted(CText.list(fill));
        return LayerCode.of(List.of(), List.of(), Kernel.SPACE_TO_BATCH, scope.name("params"), FILLED_BYTES, text);
    }

    static LayerCode batchToSpace(MovementLayer.BatchToSpace layer, LayerScope scope) {
        String text = blocks(layer.blocks(), scope);
        return LayerCode.of(List.of(), List.of(), Kernel.BATCH_TO_SPACE, scope.name("params"), BLOCKS_BYTES, text);
    }

    private static String blocks(Blocks blocks, LayerScope scope) {
        return """
                .blocks = {.images = %d, .height = %d, .width = %d, .run = %d,
                           .block_h = %d, .block_w = %d,
                           .phase_h = %d, .phase_w = %d,
                           .top = %d, .left = %d},
                """.formatted(
                        blocks.images(),
                        blocks.height(),
                        blocks.width(),
                        blocks.run() * scope.element().bytes(),
                        blocks.blockHeight(),
                        blocks.blockWidth(),
                        blocks.phaseHeight(),
                        blocks.phaseWidth(),
                        blocks.top(),
                        blocks.left());
    }
}
