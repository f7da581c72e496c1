package co.litper.cerebro.adapters.dropi;

import co.litper.cerebro.adapters.table.ColumnSet;
import java.util.List;

/** The columns of a carriers' tariff and coverage table. */
enum TariffColumn implements ColumnSet.Described {
    CARRIER("transportadora", "empresa transportadora", "courier", "carrier", "operador logistico"),
    CITY("ciudad", "ciudad de destino", "municipio", "destino", "city"),
    DANE("codigo dane", "dane", "cod dane", "divipola", "codigo municipio", "codigo de ciudad"),
    DEPARTMENT("departamento", "departamento destino", "state"),
    FREIGHT("flete", "precio flete", "valor flete", "tarifa", "costo flete", "costo envio", "freight"),
    RETURN_FREIGHT(
            "flete devolucion", "costo devolucion flete", "costo de devolucion", "tarifa devolucion", "return freight"),
    DAYS(
            "dias prometidos",
            "dias",
            "dias de entrega",
            "tiempo de entrega",
            "tiempo de entrega dias",
            "promesa",
            "promesa de entrega"),
    COVERAGE("cobertura", "cubre", "tiene cobertura", "coverage"),
    COD("contraentrega", "recaudo", "con recaudo", "pago contraentrega", "cod");

    private final List<String> headings;

    TariffColumn(String... headings) {
        this.headings = List.of(headings);
    }

    @Override
    public List<String> headings() {
        return headings;
    }
}
