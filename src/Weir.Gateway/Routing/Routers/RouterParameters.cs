namespace Weir.Gateway.Routing.Routers;

/// <summary>The parameters without which a request is of no use, so that a router chooses only who takes them.</summary>
[Flags]
internal enum RouterParameters
{
    None = 0,
    Tools = 1,
    Formats = 2,
    Schemas = 4,
}
