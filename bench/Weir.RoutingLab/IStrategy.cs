namespace Weir.RoutingLab;

/// <summary>A way to choose endpoints; it sees of them what a gateway sees.</summary>
internal interface IStrategy
{
    string Name { get; }

    /// <summary>The calls of one request.</summary>
    ICalls Begin();
}
