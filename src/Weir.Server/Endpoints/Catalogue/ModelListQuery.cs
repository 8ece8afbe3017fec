using Weir.Gateway.Catalog;
using Weir.Gateway.Health;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>What a request asks of the list of models: which rows, in which order, which part of them.</summary>
internal sealed record ModelListQuery(ModelFilter Filter, string? Order, ModelPage Page)
{
    /// <summary>Reads what a request asks for; faults are left in the reader.</summary>
    public static ModelListQuery Read(ParameterReader parameters, DateTimeOffset now) => new(
        ModelFilter.Read(parameters, now),
        parameters.Word("sort", ModelOrder.Names),
        ModelPage.Read(parameters));

    /// <summary>All rows of all pages.</summary>
    public IReadOnlyList<ModelRow> Rows(CatalogSnapshot catalog, IVitalsSource vitals, Guid? workspace = null) =>
        [.. ModelOrder.Apply(Order, ModelRow.All(catalog, workspace).Where(Filter.Matches), vitals)];
}
