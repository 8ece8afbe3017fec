using System.ClientModel;
using OpenAI;
using OpenAI.Chat;
using Weir.OpenInference.OpenAI;
using Weir.OpenInference.Otel;

// The three steps of OpenRouter's page about Arize, in C#. ARIZE_COLLECTOR_ENDPOINT says where spans go (a Weir, Arize, Phoenix, any
// OTLP collector), OPENROUTER_BASE_URL and OPENROUTER_API_KEY who answers.

// register(space_id=..., api_key=..., project_name=...)
using var tracing = ArizeOtel.Register(
    spaceId: Environment.GetEnvironmentVariable("ARIZE_SPACE_ID"),
    apiKey: Environment.GetEnvironmentVariable("ARIZE_API_KEY"),
    projectName: Environment.GetEnvironmentVariable("ARIZE_PROJECT_NAME") ?? "seed-page");

// OpenAIInstrumentor().instrument(tracer_provider=...)
var instrumentor = new OpenAIInstrumentor();

// OpenAI(base_url=..., api_key=...)
var options = instrumentor.Instrument(new OpenAIClientOptions
{
    Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENROUTER_BASE_URL") ?? "https://openrouter.ai/api/v1"),
});
var key = Environment.GetEnvironmentVariable("OPENROUTER_API_KEY")
    ?? throw new InvalidOperationException("OPENROUTER_API_KEY is not set: it is the key of the server that answers.");
var chat = new ChatClient("meta-llama/llama-3.1-8b-instruct:free", new ApiKeyCredential(key), options);

// client.chat.completions.create(...)
var completion = await chat.CompleteChatAsync(new UserChatMessage("Write a haiku about observability."));

Console.WriteLine(completion.Value.Content[0].Text);
