package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.TimedSample;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples travel in packets, and the level is the share of packets that the next one overtakes. A packet that overtook is not
 * overtaken, so that p = s / (1 - s) is the probability for each of the others; at most half of all can be.
 */
record Reordering(Setting setting) implements OrderFault {
    private static final int PACKET_LENGTH = 5;

    Reordering {
        setting.require(FaultKind.REORDER);
    }

    @Override
    public SampleStream apply(SampleStream stream, Site site, Chance chance) {
        int length = setting.length(PACKET_LENGTH);
        double probability = setting.value() / (1 - setting.value());
        return new FilteredStream(stream) {
            private long number;

            @Override
            void step() {
                List<TimedSample> packet = packet();
                boolean overtaken = chance.uniform(number++, 0) < probability;
                if (overtaken
                        && peek() != null
                        && peek().stretch() == packet.getFirst().stretch()) {
                    number++;
                    packet().forEach(this::give);
                }
                packet.forEach(this::give);
            }

            private List<TimedSample> packet() {
                List<TimedSample> packet = new ArrayList<>();
                int stretch = peek().stretch();
                while (packet.size() < length && peek() != null && peek().stretch() == stretch) {
                    packet.add(take());
                }
                return packet;
            }
        };
    }
}
