package dev.mote.trainer.recipe;

import dev.mote.model.frontend.ImageFrontEnd;
import java.util.List;
import java.util.Optional;

/** Reads the keys of {@code front_end} that are for pictures: {@code {frame: {height: 96, width: 128, channels: colour}, box: 20}}. */
final class FrameReader {
    /** Only with {@code frame}. */
    private static final List<String> OTHERS = List.of("crop", "invert", "stretch", "box");

    private static final String FRAME = "frame";
    private static final List<String> SIGNALS = List.of("full_scale", "stride", "stages");
    private static final List<String> SIDES = List.of("height", "width", "channels");
    private static final List<String> CROP = List.of("top", "left", "height", "width");

    private FrameReader() {}

    /** None for signals. */
    static Optional<FrameOptions> read(Section section) {
        if (section.child(FRAME).isEmpty()) {
            for (String key : OTHERS) {
                if (section.child(key).isPresent()) {
                    throw section.error(key + " is for pictures of a camera, whose size is missing: add frame:"
                            + " {height: 96, width: 128, channels: colour}");
                }
            }
            return Optional.empty();
        }
        for (String key : SIGNALS) {
            if (section.child(key).isPresent()) {
                throw section.error(key + " is for signals, frame is for pictures; remove one of them");
            }
        }
        Section frame = section.inner(FRAME, section.required(FRAME), SIDES);
        String channels = frame.text("channels", "grey");
        if (!channels.equals("grey") && !channels.equals("colour")) {
            throw frame.wrong("channels", frame.required("channels"), "grey or colour");
        }
        return Optional.of(section.checked(() -> new FrameOptions(
                frame.whole("height"),
                frame.whole("width"),
                channels.equals("grey") ? 1 : 3,
                crop(section),
                section.flag("invert", false),
                section.flag("stretch", false),
                section.whole("box", 0))));
    }

    private static Optional<ImageFrontEnd.Crop> crop(Section section) {
        return section.child("crop").map(node -> {
            Section crop = section.inner("crop", node, CROP);
            return new ImageFrontEnd.Crop(
                    crop.whole("top", 0), crop.whole("left", 0), crop.whole("height"), crop.whole("width"));
        });
    }
}
