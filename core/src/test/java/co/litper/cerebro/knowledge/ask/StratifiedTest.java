package co.litper.cerebro.knowledge.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StratifiedTest {
    @Test
    void oneStratumIsThePlainDifference() {
        Stratified test = new Stratified();
        test.add(30, 100, 10, 100);
        assertThat(test.difference().value()).isCloseTo(0.2, within(1e-12));
        // χ² of Mantel and Haenszel: (30 − 20)² / (100 · 100 · 40 · 160 / (200² · 199))
        assertThat(test.z() * test.z()).isCloseTo(100 / (100.0 * 100 * 40 * 160 / (40_000.0 * 199)), within(1e-9));
    }

    @Test
    void aDifferenceThatOnlyTheMixMakesIsGoneWithinStrata() {
        Stratified crude = new Stratified();
        crude.add(80 * 0.5 + 20 * 0.1, 100, 20 * 0.5 + 80 * 0.1, 100);
        Stratified held = new Stratified();
        held.add(40, 80, 10, 20);
        held.add(2, 20, 8, 80);
        assertThat(crude.difference().value()).isCloseTo(0.24, within(1e-12));
        assertThat(held.difference().value()).isCloseTo(0, within(1e-12));
        assertThat(held.chance()).isGreaterThan(0.9);
    }

    @Test
    void aStratumWithoutTheOthersTellsNothing() {
        Stratified test = new Stratified();
        test.add(5, 10, 0, 0);
        assertThat(test.z()).isZero();
        assertThat(test.difference().value()).isNaN();
    }
}
