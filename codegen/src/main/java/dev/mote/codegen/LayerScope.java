package dev.mote.codegen;

import dev.mote.model.BadInputException;

/**
 * What an emitter knows about the layer besides its content.
 *
 * @param target of the project
 * @param model all its layers
 * @param prefix of its C names, as {@code digits_conv2d_0}
 * @param place for error messages, as {@code digits.tflite: operator 0 CONV_2D "stem"}
 * @param element of the output; movements have it on both sides
 */
record LayerScope(NameAllocator names, Target target, WholeModel model, String prefix, String place, CType element) {

    /** The C name of what the layer has in {@code role}. */
    String name(String role) {
        return names.allocate(prefix + "_" + role);
    }

    /** The C name of what all layers have together in {@code role}; its constant is written once. */
    String shared(String role) {
        return names.share(target.name() + "_" + role);
    }

    /** @throws BadInputException if {@code found} is above {@code largest} */
    void requireAtMost(long found, long largest, String what) {
        if (found > largest) {
            throw new BadInputException("%s: %s %s, but the C kernel handles at most %s; make the layer smaller"
                    .formatted(place, CText.grouped(found), what, CText.grouped(largest)));
        }
    }
}
