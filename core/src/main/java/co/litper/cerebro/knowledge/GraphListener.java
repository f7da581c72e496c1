package co.litper.cerebro.knowledge;

/** Told how a graph grows, in order, so that it can be kept elsewhere too. Edges have numbers from 0 in the order in which they became known. */
public interface GraphListener {
    /** Wants to know nothing. */
    GraphListener NONE = new GraphListener() {
        @Override
        public void met(Node node) {
            // wants to know nothing
        }

        @Override
        public void added(int edge, Link link) {
            // wants to know nothing
        }

        @Override
        public void closed(int edge, Link link, long recordedMs) {
            // wants to know nothing
        }

        @Override
        public void counted(Node from, RelationType relation, Node to, long recordedMs, EdgeStatistics figures) {
            // wants to know nothing
        }
    };

    /** A node was mentioned for the first time. */
    void met(Node node);

    /** An edge became known; both its nodes were met. */
    void added(int edge, Link link);

    /** From {@code recordedMs} on an edge is known to be wrong, or to be told better by another. */
    void closed(int edge, Link link, long recordedMs);

    /** What an aggregated edge comes to from {@code recordedMs} on. */
    void counted(Node from, RelationType relation, Node to, long recordedMs, EdgeStatistics figures);
}
