using System.Collections.Immutable;

namespace Weir.OpenInference.Otel;

/// <summary>Sends OpenInference spans to Weir, Arize, or anything else that takes OTLP; the counterpart of Python's <c>arize.otel</c>.</summary>
public static class ArizeOtel
{
    /// <summary>Arize in the United States, as a value for <c>endpoint</c>.</summary>
    public const string ArizeEndpoint = "https://otlp.arize.com/v1";

    /// <summary>Arize in Europe, as a value for <c>endpoint</c>.</summary>
    public const string ArizeEuropeEndpoint = "https://otlp.eu-west-1a.arize.com/v1";

    /// <summary>Starts listening to the OpenInference instrumentation packages and sending what they record.</summary>
    /// <param name="spaceId">Space at Arize; default <c>ARIZE_SPACE_ID</c>. With one, Arize's headers are sent; without, a bearer token.</param>
    /// <param name="apiKey">Key; default <c>ARIZE_API_KEY</c>. Without one nothing is sent that authenticates.</param>
    /// <param name="projectName">Project that traces are grouped under; default <c>ARIZE_PROJECT_NAME</c>, else <c>default</c>.</param>
    /// <param name="endpoint">
    /// Address of the collector, with or without <c>/v1/traces</c>; default <c>ARIZE_COLLECTOR_ENDPOINT</c>, then <c>OTEL_EXPORTER_OTLP_TRACES_ENDPOINT</c>,
    /// then <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>. There is no further default: nothing is sent anywhere that was not asked for.
    /// </param>
    /// <param name="options">Everything else; null means the defaults.</param>
    /// <returns>Dispose it to send what is left.</returns>
    /// <exception cref="ArgumentException">There is no endpoint, or it is not an http or https address, or a header cannot be sent.</exception>
    /// <remarks>Variables are read during the call. The names of the arguments and variables are those of Python.</remarks>
    public static OtelRegistration Register(
        string? spaceId = null, string? apiKey = null, string? projectName = null, string? endpoint = null, OtelOptions? options = null) =>
        OtelTracing.Start(Resolve(spaceId, apiKey, projectName, endpoint, options ?? new OtelOptions(), OtelEnvironment.Process), options ?? new OtelOptions());

    internal static OtlpTarget Resolve(
        string? spaceId, string? apiKey, string? projectName, string? endpoint, OtelOptions options, OtelEnvironment environment)
    {
        var space = spaceId ?? environment.First("ARIZE_SPACE_ID");
        var key = apiKey ?? environment.First("ARIZE_API_KEY");
        return OtlpTargetResolver.Resolve(new OtlpTargetRequest
        {
            Endpoint = endpoint ?? environment.First("ARIZE_COLLECTOR_ENDPOINT"),
            EndpointVariable = "ARIZE_COLLECTOR_ENDPOINT",
            ProjectName = projectName ?? environment.First("ARIZE_PROJECT_NAME"),
            Authentication = string.IsNullOrEmpty(space) ? OtlpTargetResolver.Bearer(key) : ArizeHeaders(space, key),
        }, options, environment);
    }

    // Arize takes the key without a scheme. The deprecated names go along, as Python sends them.
    private static ImmutableDictionary<string, string> ArizeHeaders(string spaceId, string? apiKey)
    {
        var headers = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        headers["arize-space-id"] = spaceId;
        headers["space_id"] = spaceId;
        headers["arize-interface"] = "otel";
        if (!string.IsNullOrEmpty(apiKey))
        {
            headers["authorization"] = apiKey;
            headers["api_key"] = apiKey;
        }

        return headers.ToImmutable();
    }
}
