namespace Weir.Server.Endpoints.OpenApi;

/// <summary>Who may perform an operation.</summary>
internal enum ApiAccess
{
    /// <summary>Anybody, without a key.</summary>
    Open,

    /// <summary>Any key.</summary>
    AnyKey,

    /// <summary>An inference key.</summary>
    InferenceKey,

    /// <summary>A management key.</summary>
    ManagementKey,
}
