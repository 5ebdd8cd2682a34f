package dev.mote.app.studio.workspace;

import java.util.LinkedHashMap;
import java.util.Map;

/** The entries that were asked for last, up to a number; the one that nobody asked for the longest goes first. For one thread at a time. */
public final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private static final int FIRST = 16;
    private static final float LOAD = 0.75f;

    private final int most;

    /** @param most entries that are kept */
    public RecentlyUsed(int most) {
        super(FIRST, LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
