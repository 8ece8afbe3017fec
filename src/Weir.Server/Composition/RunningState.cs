using Weir.Gateway.Catalog;

namespace Weir.Server.Composition;

/// <summary>What a reload swaps; everything else is fixed when the server starts.</summary>
internal sealed record RunningState(SettingsState Settings, CatalogState Catalog);
