package co.litper.cerebro.adapters.dropi;

import co.litper.cerebro.adapters.table.ColumnSet;
import java.util.List;

/**
 * The columns of Dropi's tracking and order exports, with the headings seen in files; case, accents, spaces,
 * underscores and articles do not matter. Identity documents and tax data are not read: nothing here needs them.
 */
enum DropiColumn implements ColumnSet.Described {
    ORDER_ID(
            "id",
            "id orden",
            "id de la orden",
            "id pedido",
            "orden",
            "numero de orden",
            "order id",
            "orden id",
            "pedido"),
    INVOICE("numero de factura", "factura", "invoice", "invoice number"),
    SHOP_ORDER_ID("id de orden de tienda", "id orden tienda", "shop order id"),
    SHOP_ORDER_NUMBER("numero de pedido de tienda", "numero pedido tienda", "numero de pedido"),
    GUIDE(
            "numero de guia",
            "guia",
            "guia numero",
            "numero guia transportadora",
            "guia de envio",
            "guia transportadora",
            "numero de rastreo",
            "rastreo",
            "tracking",
            "tracking number",
            "waybill",
            "guide number"),
    STATUS("estatus", "estado", "status", "estado del envio", "estado de la orden", "estado guia", "estatus guia"),
    CARRIER("transportadora", "empresa transportadora", "courier", "carrier", "operador logistico", "mensajeria"),
    CITY("ciudad de destino", "ciudad", "municipio", "municipio destino", "ciudad envio", "ciudad cliente", "city"),
    DEPARTMENT("departamento destino", "departamento", "departamento cliente", "region", "state"),
    DATE("fecha", "fecha de creacion", "fecha de la orden", "fecha orden", "fecha pedido", "fecha de compra", "date"),
    TIME("hora", "hora de creacion", "hora de la orden"),
    GUIDE_DATE(
            "fecha de generacion de guia",
            "fecha guia generada",
            "fecha guia",
            "fecha de guia",
            "fecha generacion",
            "fecha despacho"),
    ISSUE("novedad", "novedades", "tipo de novedad", "motivo de novedad", "motivo novedad", "issue"),
    ISSUE_SOLVED("fue solucionada la novedad", "novedad solucionada", "solucionada"),
    ISSUE_DATE("fecha de novedad", "fecha novedad"),
    ISSUE_TIME("hora de novedad", "hora novedad"),
    SOLUTION("solucion", "solucion novedad", "respuesta novedad", "solution"),
    SOLUTION_DATE("fecha de solucion", "fecha solucion novedad", "solution date"),
    SOLUTION_TIME("hora de solucion", "hora solucion novedad"),
    OBSERVATION("observacion", "observaciones", "comentario", "comentarios"),
    LAST_MOVEMENT("ultimo movimiento", "ultimo evento", "last movement"),
    LAST_MOVEMENT_DATE("fecha de ultimo movimiento", "fecha ultimo evento", "fecha ultimo mov", "last movement date"),
    LAST_MOVEMENT_TIME("hora de ultimo movimiento", "hora ultimo evento"),
    LAST_MOVEMENT_CONCEPT("concepto ultimo movimiento", "concepto de ultimo movimiento"),
    LAST_MOVEMENT_PLACE("ubicacion de ultimo movimiento", "ubicacion"),
    CUSTOMER_NAME(
            "nombre cliente",
            "cliente",
            "nombre",
            "nombre completo",
            "destinatario",
            "nombre destinatario",
            "customer"),
    PHONE(
            "telefono",
            "celular",
            "telefono cliente",
            "celular cliente",
            "telefono destinatario",
            "whatsapp",
            "movil",
            "phone"),
    EMAIL("email", "correo", "correo electronico", "e-mail", "email cliente", "mail"),
    ADDRESS("direccion", "direccion cliente", "direccion destino", "direccion de entrega", "address"),
    NOTES("notas", "nota", "nota del cliente"),
    SHIPPING_TYPE(
            "tipo de envio",
            "tipo envio",
            "forma de pago",
            "metodo de pago",
            "tipo de pago",
            "recaudo",
            "contraentrega"),
    BILLED(
            "valor facturado",
            "total de la orden",
            "total orden",
            "valor total",
            "total",
            "valor a recaudar",
            "valor recaudo"),
    PRODUCT_VALUE("valor de compra en productos", "valor compra productos", "valor de compra", "valor productos"),
    PRODUCT_COST(
            "total en precios de proveedor",
            "precio proveedor x cantidad",
            "costo producto",
            "costo de producto",
            "costo productos",
            "costo proveedor",
            "product cost"),
    PROFIT("ganancia", "utilidad", "ganancia total", "profit"),
    FREIGHT("precio flete", "flete", "valor flete", "costo flete", "costo envio", "costo de envio", "freight"),
    RETURN_FREIGHT(
            "costo devolucion flete",
            "costo de devolucion",
            "flete devolucion",
            "flete de devolucion",
            "valor devolucion",
            "return freight"),
    COMMISSION("comision", "comision dropi"),
    SHOP("tienda", "nombre tienda", "nombre de la tienda", "shop", "store"),
    CATEGORIES("categorias", "categoria", "categories"),
    TAGS("tags", "etiquetas"),
    PRODUCT("producto", "productos", "nombre producto", "nombre del producto", "product"),
    SKU("sku", "referencia"),
    VARIATION("variacion", "variante"),
    QUANTITY("cantidad", "cantidad productos", "unidades", "cant", "quantity");

    private final List<String> headings;

    DropiColumn(String... headings) {
        this.headings = List.of(headings);
    }

    @Override
    public List<String> headings() {
        return headings;
    }
}
