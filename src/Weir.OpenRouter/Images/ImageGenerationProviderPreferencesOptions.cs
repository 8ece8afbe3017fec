using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Image generation provider preferences options, as <c>ImagesClient</c> sends it.</summary>
public sealed record ImageGenerationProviderPreferencesOptions : WireRecord
{
    [JsonPropertyName("01ai")]
    public JsonElement? N01ai { get; init; }

    public JsonElement? Ai21 { get; init; }

    [JsonPropertyName("aion-labs")]
    public JsonElement? AionLabs { get; init; }

    public JsonElement? Akashml { get; init; }

    public JsonElement? Alibaba { get; init; }

    [JsonPropertyName("amazon-bedrock")]
    public JsonElement? AmazonBedrock { get; init; }

    [JsonPropertyName("amazon-bedrock/claude-on-aws")]
    public JsonElement? AmazonBedrockClaudeOnAws { get; init; }

    [JsonPropertyName("amazon-nova")]
    public JsonElement? AmazonNova { get; init; }

    public JsonElement? Ambient { get; init; }

    public JsonElement? Anthropic { get; init; }

    [JsonPropertyName("anthropic/2")]
    public JsonElement? Anthropic2 { get; init; }

    public JsonElement? Anyscale { get; init; }

    [JsonPropertyName("arcee-ai")]
    public JsonElement? ArceeAi { get; init; }

    [JsonPropertyName("atlas-cloud")]
    public JsonElement? AtlasCloud { get; init; }

    public JsonElement? Atoma { get; init; }

    public JsonElement? Avian { get; init; }

    public JsonElement? Azure { get; init; }

    public JsonElement? Baidu { get; init; }

    public JsonElement? Baseten { get; init; }

    [JsonPropertyName("black-forest-labs")]
    public JsonElement? BlackForestLabs { get; init; }

    public JsonElement? Byteplus { get; init; }

    public JsonElement? Centml { get; init; }

    public JsonElement? Cerebras { get; init; }

    public JsonElement? Chutes { get; init; }

    public JsonElement? Cirrascale { get; init; }

    public JsonElement? Clarifai { get; init; }

    [JsonPropertyName("claude-on-aws")]
    public JsonElement? ClaudeOnAws { get; init; }

    public JsonElement? Cloudflare { get; init; }

    public JsonElement? Cohere { get; init; }

    public JsonElement? Coreweave { get; init; }

    public JsonElement? Crofai { get; init; }

    public JsonElement? Crucible { get; init; }

    public JsonElement? Crusoe { get; init; }

    public JsonElement? Darkbloom { get; init; }

    public JsonElement? Databricks { get; init; }

    public JsonElement? Decart { get; init; }

    public JsonElement? Deepgram { get; init; }

    public JsonElement? Deepinfra { get; init; }

    public JsonElement? Deepseek { get; init; }

    public JsonElement? Dekallm { get; init; }

    public JsonElement? Digitalocean { get; init; }

    public JsonElement? Enfer { get; init; }

    [JsonPropertyName("fake-provider")]
    public JsonElement? FakeProvider { get; init; }

    public JsonElement? Featherless { get; init; }

    public JsonElement? Fireworks { get; init; }

    [JsonPropertyName("fish-audio")]
    public JsonElement? FishAudio { get; init; }

    public JsonElement? Friendli { get; init; }

    public JsonElement? Gmicloud { get; init; }

    [JsonPropertyName("google-ai-studio")]
    public JsonElement? GoogleAiStudio { get; init; }

    [JsonPropertyName("google-vertex")]
    public JsonElement? GoogleVertex { get; init; }

    public JsonElement? Gopomelo { get; init; }

    public JsonElement? Groq { get; init; }

    public JsonElement? Heygen { get; init; }

    public JsonElement? Huggingface { get; init; }

    public JsonElement? Hyperbolic { get; init; }

    [JsonPropertyName("hyperbolic-quantized")]
    public JsonElement? HyperbolicQuantized { get; init; }

    public JsonElement? Inception { get; init; }

    public JsonElement? Inceptron { get; init; }

    [JsonPropertyName("inferact-vllm")]
    public JsonElement? InferactVllm { get; init; }

    [JsonPropertyName("inference-net")]
    public JsonElement? InferenceNet { get; init; }

    public JsonElement? Infermatic { get; init; }

    public JsonElement? Inflection { get; init; }

    public JsonElement? Inocloud { get; init; }

    [JsonPropertyName("io-net")]
    public JsonElement? IoNet { get; init; }

    public JsonElement? Ionstream { get; init; }

    public JsonElement? Klusterai { get; init; }

    public JsonElement? Krea { get; init; }

    public JsonElement? Lambda { get; init; }

    public JsonElement? Lepton { get; init; }

    public JsonElement? Liquid { get; init; }

    public JsonElement? Lynn { get; init; }

    [JsonPropertyName("lynn-private")]
    public JsonElement? LynnPrivate { get; init; }

    public JsonElement? Makora { get; init; }

    public JsonElement? Mancer { get; init; }

    [JsonPropertyName("mancer-old")]
    public JsonElement? MancerOld { get; init; }

    public JsonElement? Mara { get; init; }

    public JsonElement? Meta { get; init; }

    public JsonElement? Minimax { get; init; }

    public JsonElement? Mistral { get; init; }

    public JsonElement? Modal { get; init; }

    public JsonElement? Modelrun { get; init; }

    public JsonElement? Modular { get; init; }

    public JsonElement? Moonshotai { get; init; }

    public JsonElement? Morph { get; init; }

    public JsonElement? Ncompass { get; init; }

    public JsonElement? Nebius { get; init; }

    [JsonPropertyName("nex-agi")]
    public JsonElement? NexAgi { get; init; }

    public JsonElement? Nextbit { get; init; }

    public JsonElement? Nineteen { get; init; }

    public JsonElement? Novita { get; init; }

    public JsonElement? Nvidia { get; init; }

    public JsonElement? Octoai { get; init; }

    [JsonPropertyName("open-inference")]
    public JsonElement? OpenInference { get; init; }

    public JsonElement? Openai { get; init; }

    public JsonElement? Parasail { get; init; }

    public JsonElement? Perceptron { get; init; }

    public JsonElement? Perplexity { get; init; }

    public JsonElement? Phala { get; init; }

    public JsonElement? Poolside { get; init; }

    public JsonElement? Quiver { get; init; }

    public JsonElement? Recraft { get; init; }

    public JsonElement? Recursal { get; init; }

    public JsonElement? Reflection { get; init; }

    public JsonElement? Reka { get; init; }

    public JsonElement? Relace { get; init; }

    public JsonElement? Replicate { get; init; }

    public JsonElement? Runway { get; init; }

    [JsonPropertyName("sail-research")]
    public JsonElement? SailResearch { get; init; }

    public JsonElement? Sakana { get; init; }

    [JsonPropertyName("sakana-ai")]
    public JsonElement? SakanaAi { get; init; }

    public JsonElement? Sambanova { get; init; }

    [JsonPropertyName("sambanova-cloaked")]
    public JsonElement? SambanovaCloaked { get; init; }

    public JsonElement? Seed { get; init; }

    [JsonPropertyName("sf-compute")]
    public JsonElement? SfCompute { get; init; }

    public JsonElement? Siliconflow { get; init; }

    public JsonElement? Sourceful { get; init; }

    public JsonElement? Stealth { get; init; }

    public JsonElement? Stepfun { get; init; }

    public JsonElement? Streamlake { get; init; }

    public JsonElement? Switchpoint { get; init; }

    public JsonElement? Targon { get; init; }

    public JsonElement? Tencent { get; init; }

    public JsonElement? Tenstorrent { get; init; }

    public JsonElement? Thinkingmachines { get; init; }

    public JsonElement? Together { get; init; }

    [JsonPropertyName("together-lite")]
    public JsonElement? TogetherLite { get; init; }

    public JsonElement? Ubicloud { get; init; }

    public JsonElement? Upstage { get; init; }

    public JsonElement? Venice { get; init; }

    public JsonElement? Voyageai { get; init; }

    public JsonElement? Wafer { get; init; }

    public JsonElement? Wandb { get; init; }

    [JsonPropertyName("wandb-legacy")]
    public JsonElement? WandbLegacy { get; init; }

    public JsonElement? Xai { get; init; }

    public JsonElement? Xiaomi { get; init; }

    [JsonPropertyName("z-ai")]
    public JsonElement? ZAi { get; init; }
}
