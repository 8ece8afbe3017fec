namespace Weir.Simulator;

/// <summary>One path: the method it takes, and who answers.</summary>
internal sealed record Route(string Method, RouteHandler Handler);
