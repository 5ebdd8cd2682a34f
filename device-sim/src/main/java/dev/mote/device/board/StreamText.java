package dev.mote.device.board;

import dev.mote.model.stream.StreamEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code bench_stream.c} said.
 *
 * @param events with places of 32 bits
 * @param numbers by word
 * @param failure a fault or an error, as the board put it
 */
record StreamText(List<StreamEvent> events, Map<String, Long> numbers, Optional<String> failure) {
    static StreamText parse(List<String> lines) {
        List<StreamEvent> events = new ArrayList<>();
        Map<String, Long> numbers = new HashMap<>();
        Optional<String> failure = Optional.empty();
        for (String line : lines) {
            String[] words = line.strip().split(" ");
            switch (words[0]) {
                case "event" -> events.add(event(words));
                case "error", "fault" -> failure = failure.or(() -> Optional.of(line.strip()));
                case "overhead", "context", "samples", "windows", "window", "longest_window", "longest_push" ->
                    numbers.put(words[0], Long.parseLong(words[1]));
                default -> {}
            }
        }
        return new StreamText(events, numbers, failure);
    }

    private static StreamEvent event(String[] words) {
        return new StreamEvent(
                Long.parseLong(words[1]),
                Integer.parseUnsignedInt(words[2]),
                Long.parseLong(words[3]),
                Integer.parseUnsignedInt(words[4]),
                Long.parseLong(words[5]));
    }

    /** Ticks, less those of reading the counter. */
    long ticks(String word) {
        return Math.max(0, numbers.get(word) - numbers.get("overhead"));
    }
}
