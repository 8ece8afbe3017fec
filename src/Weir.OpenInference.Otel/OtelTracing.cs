using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Weir.OpenInference.Otel;

/// <summary>Builds the tracer provider of a registration.</summary>
internal static class OtelTracing
{
    /// <summary>What the instrumentation packages name their activity sources.</summary>
    private const string InstrumentationSources = "Weir.OpenInference.*";

    // The exporter drops attributes past 128 without a word, which is a chat of some 60 messages, and reads its limit nowhere else.
    private const string AttributeLimit = "10000";
    private const string SpanAttributeLimitVariable = "OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT";
    private const string AttributeLimitVariable = "OTEL_ATTRIBUTE_COUNT_LIMIT";

    public static OtelRegistration Start(OtlpTarget target, OtelOptions options)
    {
        OtlpClient.CheckHeaders(target.Headers);
        var builder = Sdk.CreateTracerProviderBuilder()
            .SetSampler(options.Sampler)
            .ConfigureResource(resource => resource.AddAttributes([KeyValuePair.Create<string, object>(ResourceAttributes.ProjectName, target.ProjectName)]))
            .ConfigureServices(static services => services.AddSingleton<IConfiguration>(ExporterConfiguration()))
            .AddSource([InstrumentationSources, .. options.ActivitySources])
            .AddProcessor(new ContextAttributesProcessor());
        foreach (var processor in options.Processors)
        {
            builder.AddProcessor(processor);
        }

        options.Configure?.Invoke(builder);
        builder.AddOtlpExporter(exporter => Configure(exporter, target, options));
        if (options.Verbose)
        {
            options.VerboseOutput.WriteLine(OtelReport.Describe(target, options));
        }

        return new OtelRegistration(builder.Build());
    }

    // Replaces the provider's own configuration, so the environment comes first: OTEL_BSP_* and the rest keep working.
    private static IConfigurationRoot ExporterConfiguration()
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (environment[SpanAttributeLimitVariable] is null && environment[AttributeLimitVariable] is null)
        {
            environment[SpanAttributeLimitVariable] = AttributeLimit;
        }

        return environment;
    }

    private static void Configure(OtlpExporterOptions exporter, OtlpTarget target, OtelOptions options)
    {
        exporter.Endpoint = target.Endpoint;
        exporter.Protocol = target.Protocol;
        exporter.ExportProcessorType = options.Batch ? ExportProcessorType.Batch : ExportProcessorType.Simple;

        // Set on the client instead: the option splits at commas and cannot be escaped. Emptied, for it may come from the environment.
        exporter.Headers = "";
        exporter.HttpClientFactory = () => OtlpClient.Create(target, TimeSpan.FromMilliseconds(exporter.TimeoutMilliseconds));
    }
}
