package dev.mote.app.studio.activity;

/** Where the replies of a session go. */
interface Outlet {
    /**
     * Returns when the page has taken it.
     *
     * @return false if there is no page any more, or it takes nothing
     */
    boolean send(LiveReply reply);

    /** Ends the session with a last reply. */
    void refuse(String why);
}
