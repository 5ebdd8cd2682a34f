package dev.mote.model.layout;

/**
 * An arrow between two boxes.
 *
 * @param from index of the box that it leaves
 * @param share where it leaves its lower edge, from 0 at the left to 1 at the right
 * @param to index of the box that it reaches, greater than {@code from}
 */
public record Link(int from, double share, int to) {
    public Link {
        if (from < 0 || to <= from || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("link from " + from + " at " + share + " to " + to);
        }
    }
}
