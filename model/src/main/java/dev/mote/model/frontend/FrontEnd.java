package dev.mote.model.frontend;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What a device does with raw samples before the network sees them. A pure function of one window or image, in integers: Java and the
 * generated C give the same bytes, and nothing is carried from one window to the next. Part of the model file. Source: docs/front-ends.md.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SignalFrontEnd.class, name = "signal"),
    @JsonSubTypes.Type(value = ImageFrontEnd.class, name = "image")
})
public sealed interface FrontEnd permits SignalFrontEnd, ImageFrontEnd {}
