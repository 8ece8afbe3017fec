namespace Weir.OpenInference.Otel;

/// <summary>Sends OpenInference spans to Phoenix, or anything that is set up like it; the counterpart of Python's <c>phoenix.otel</c>.</summary>
public static class PhoenixOtel
{
    /// <summary>Starts listening to the OpenInference instrumentation packages and sending what they record.</summary>
    /// <param name="endpoint">
    /// Address of the collector, with or without <c>/v1/traces</c>; default <c>PHOENIX_COLLECTOR_ENDPOINT</c>, then <c>OTEL_EXPORTER_OTLP_TRACES_ENDPOINT</c>,
    /// then <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>. There is no further default: nothing is sent anywhere that was not asked for.
    /// </param>
    /// <param name="projectName">Project that traces are grouped under; default <c>PHOENIX_PROJECT</c>, then <c>PHOENIX_PROJECT_NAME</c>, else <c>default</c>.</param>
    /// <param name="apiKey">Key, sent as a bearer token; default <c>PHOENIX_API_KEY</c>.</param>
    /// <param name="options">Everything else; null means the defaults. <c>PHOENIX_CLIENT_HEADERS</c> adds headers.</param>
    /// <returns>Dispose it to send what is left.</returns>
    /// <exception cref="ArgumentException">There is no endpoint, or it is not an http or https address, or a header cannot be sent.</exception>
    /// <remarks>Variables are read during the call. Unlike in Python, spans are sent in batches by default, and no <c>.env.phoenix</c> file is searched for.</remarks>
    public static OtelRegistration Register(
        string? endpoint = null, string? projectName = null, string? apiKey = null, OtelOptions? options = null) =>
        OtelTracing.Start(Resolve(endpoint, projectName, apiKey, options ?? new OtelOptions(), OtelEnvironment.Process), options ?? new OtelOptions());

    internal static OtlpTarget Resolve(string? endpoint, string? projectName, string? apiKey, OtelOptions options, OtelEnvironment environment) =>
        OtlpTargetResolver.Resolve(new OtlpTargetRequest
        {
            Endpoint = endpoint ?? environment.First("PHOENIX_COLLECTOR_ENDPOINT"),
            EndpointVariable = "PHOENIX_COLLECTOR_ENDPOINT",
            ProjectName = projectName ?? environment.First("PHOENIX_PROJECT", "PHOENIX_PROJECT_NAME"),
            Authentication = environment.Headers("PHOENIX_CLIENT_HEADERS").SetItems(OtlpTargetResolver.Bearer(apiKey ?? environment.First("PHOENIX_API_KEY"))),
        }, options, environment);
}
