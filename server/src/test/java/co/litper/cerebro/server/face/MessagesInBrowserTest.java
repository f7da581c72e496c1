package co.litper.cerebro.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

class MessagesInBrowserTest {
    @Test
    void aTextIsPreviewedSavedAndTakenBackWithItsVersionsKept() throws Exception {
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar")) {
            omar.open("/messages");
            Locator card = omar.page().locator("#m-ask_time");
            String before = card.locator("textarea").inputValue();
            card.locator("textarea").fill("Hola {nombre}, ¿cuándo llevamos la guía {guia}? <b>");
            card.getByText("Ver cómo queda").click();
            card.locator("blockquote")
                    .getByText("Hola Ana María, ¿cuándo llevamos la guía 240012345678? <b>")
                    .waitFor();
            assertThat(card.innerText()).contains("texto de fábrica");

            card.locator("button[value=save]").click();
            omar.page().getByText("Pedir día y hora: guardado.").waitFor();
            assertThat(card.innerText()).contains("omar").contains("Versiones anteriores (1)");
            omar.assertOpenToAll();

            card.getByText("Volver al anterior").click();
            omar.page().getByText("Pedir día y hora: guardado.").waitFor();
            assertThat(card.locator("textarea").inputValue()).isEqualTo(before);
            assertThat(card.innerText()).contains("Versiones anteriores (2)");
            omar.assertNoComplaints();
        }
    }

    @Test
    void aTextWithAPlaceThatNobodyKnowsIsNotSaved() throws Exception {
        try (Visitor omar = Visitor.at(FaceService.shared()).signIn("omar")) {
            omar.open("/messages");
            Locator card = omar.page().locator("#m-ask_cash");
            card.locator("textarea").fill("Hola {apellido}");
            card.locator("button[value=save]").click();
            omar.page()
                    .getByText("{apellido} no se conoce. Se puede escribir {nombre}, {guia}, {transportadora},")
                    .waitFor();

            assertThat(card.locator("textarea").inputValue()).isEqualTo("Hola {apellido}");
            assertThat(card.locator("details").count()).isZero();
            omar.assertNoComplaints();
        }
    }

    @Test
    void whoMayOnlyLookReadsTextsAndHoursAndWritesNothing() throws Exception {
        try (Visitor vera = Visitor.at(FaceService.shared()).signIn("vera")) {
            vera.open("/messages");

            assertThat(vera.text()).contains("Domingos y festivos: nunca").contains("Lunes a viernes: 07:00 a 19:00");
            assertThat(vera.page().locator("main textarea, main button").count())
                    .isZero();
            vera.assertNoComplaints();
        }
    }
}
