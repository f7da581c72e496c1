package co.litper.cerebro.simulator.report;

/** Follows a long simulation, and may stop it. Called from several threads. */
public interface Watch {
    /** Follows nothing and stops nothing. */
    Watch NONE = new Watch() {
        @Override
        public void planned(long days) {}

        @Override
        public void dayPassed() {}

        @Override
        public boolean isStopped() {
            return false;
        }
    };

    /** So many simulated days lie ahead, all players and worlds together. */
    void planned(long days);

    /** One of them is over. */
    void dayPassed();

    /** True if somebody wants it to stop; asked once a simulated day. */
    boolean isStopped();
}
