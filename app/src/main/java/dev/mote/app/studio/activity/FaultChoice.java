package dev.mote.app.studio.activity;

import dev.mote.device.fault.FaultKind;
import dev.mote.device.fault.LevelScale;

/**
 * A kind of fault with what a control for its level needs. The components are the JSON keys.
 *
 * @param stage where on the way from the world to the model it happens
 * @param does what, in a few words
 * @param range what a level may be, for people
 */
public record FaultChoice(String name, String stage, String does, String range, String source, LevelScale level) {
    static FaultChoice of(FaultKind kind) {
        return new FaultChoice(
                kind.option(), kind.stage().word(), kind.text(), kind.range(), kind.source(), LevelScale.of(kind));
    }
}
