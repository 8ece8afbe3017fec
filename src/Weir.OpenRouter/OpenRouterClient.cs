namespace Weir.OpenRouter;

/// <summary>A client of the OpenRouter API, one property an area. Any thread; make one and keep it.</summary>
/// <remarks>Errors are <see cref="OpenRouterException"/>; calls are tried again as <see cref="OpenRouterOptions.MaxRetries"/> says.</remarks>
public sealed class OpenRouterClient : IDisposable
{
    // Connections get old: so a changed address of the server is noticed.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpClient? _owned;

    /// <summary>A client with connections of its own, which end when it is disposed.</summary>
    /// <param name="options">Key, address and the rest.</param>
    public OpenRouterClient(OpenRouterOptions options)
        : this(new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime }) { Timeout = Timeout.InfiniteTimeSpan }, options) =>
        _owned = Http;

    /// <summary>A client over somebody else's connections.</summary>
    /// <param name="http">Sends; not disposed here. Its timeout counts until the headers of an answer.</param>
    /// <param name="options">Key, address and the rest.</param>
    public OpenRouterClient(HttpClient http, OpenRouterOptions options)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        Http = http;
        Transport = new OpenRouterTransport(http, options);
        Account = new AccountClient(Transport);
        Analytics = new AnalyticsClient(Transport);
        Audio = new AudioClient(Transport);
        Auth = new AuthClient(Transport);
        Benchmarks = new BenchmarksClient(Transport);
        Byok = new ByokClient(Transport);
        Chat = new ChatClient(Transport);
        Classifications = new ClassificationsClient(Transport);
        Completions = new CompletionsClient(Transport);
        Datasets = new DatasetsClient(Transport);
        Embeddings = new EmbeddingsClient(Transport);
        Endpoints = new EndpointsClient(Transport);
        Files = new FilesClient(Transport);
        Generations = new GenerationsClient(Transport);
        Guardrails = new GuardrailsClient(Transport);
        Images = new ImagesClient(Transport);
        Keys = new KeysClient(Transport);
        Messages = new MessagesClient(Transport);
        Models = new ModelsClient(Transport);
        Observability = new ObservabilityClient(Transport);
        Organization = new OrganizationClient(Transport);
        Presets = new PresetsClient(Transport);
        Providers = new ProvidersClient(Transport);
        Rerank = new RerankClient(Transport);
        Responses = new ResponsesClient(Transport);
        Scim = new ScimClient(Transport);
        Videos = new VideosClient(Transport);
        Workspaces = new WorkspacesClient(Transport);
    }

    /// <summary>Credits and activity.</summary>
    public AccountClient Account { get; }

    /// <summary>Questions about use.</summary>
    public AnalyticsClient Analytics { get; }

    /// <summary>Speech and transcripts.</summary>
    public AudioClient Audio { get; }

    /// <summary>Keys by sign-in (PKCE).</summary>
    public AuthClient Auth { get; }

    /// <summary>Results of models in benchmarks.</summary>
    public BenchmarksClient Benchmarks { get; }

    /// <summary>Provider keys of one's own.</summary>
    public ByokClient Byok { get; }

    /// <summary>Chats.</summary>
    public ChatClient Chat { get; }

    /// <summary>What models are used for.</summary>
    public ClassificationsClient Classifications { get; }

    /// <summary>Legacy completions.</summary>
    public CompletionsClient Completions { get; }

    /// <summary>Rankings.</summary>
    public DatasetsClient Datasets { get; }

    /// <summary>Vectors.</summary>
    public EmbeddingsClient Embeddings { get; }

    /// <summary>Who serves a model.</summary>
    public EndpointsClient Endpoints { get; }

    /// <summary>Uploaded files.</summary>
    public FilesClient Files { get; }

    /// <summary>Records of calls.</summary>
    public GenerationsClient Generations { get; }

    /// <summary>Guardrails.</summary>
    public GuardrailsClient Guardrails { get; }

    /// <summary>Images.</summary>
    public ImagesClient Images { get; }

    /// <summary>API keys.</summary>
    public KeysClient Keys { get; }

    /// <summary>The Messages API.</summary>
    public MessagesClient Messages { get; }

    /// <summary>Models.</summary>
    public ModelsClient Models { get; }

    /// <summary>Where traces go.</summary>
    public ObservabilityClient Observability { get; }

    /// <summary>Members.</summary>
    public OrganizationClient Organization { get; }

    /// <summary>Presets.</summary>
    public PresetsClient Presets { get; }

    /// <summary>Providers.</summary>
    public ProvidersClient Providers { get; }

    /// <summary>Reranking.</summary>
    public RerankClient Rerank { get; }

    /// <summary>The Responses API.</summary>
    public ResponsesClient Responses { get; }

    /// <summary>Groups of a directory.</summary>
    public ScimClient Scim { get; }

    /// <summary>Videos.</summary>
    public VideosClient Videos { get; }

    /// <summary>Workspaces.</summary>
    public WorkspacesClient Workspaces { get; }

    private HttpClient Http { get; }

    private OpenRouterTransport Transport { get; }

    /// <summary>Ends the connections that are its own.</summary>
    public void Dispose() => _owned?.Dispose();
}
