namespace Weir.Gateway.Catalog;

/// <summary>Holds the catalogue in force; read once a request, swapped whole.</summary>
public sealed class CatalogState(CatalogSnapshot first)
{
    private CatalogSnapshot _current = first;

    public CatalogSnapshot Current => Volatile.Read(ref _current);

    public void Swap(CatalogSnapshot next) => Volatile.Write(ref _current, next);
}
