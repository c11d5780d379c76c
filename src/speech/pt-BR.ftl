### Strings of the interface. The words of a check stand in its own file.

## Whom a text is about
about-account = { $form ->
    [de] de @{ $name }
    [em] em @{ $name }
    [a] a @{ $name }
    [por] por @{ $name }
   *[plain] @{ $name }
}
about-account-unknown = { $form ->
    [de] da conta do Instagram
    [em] na conta do Instagram
    [a] à conta do Instagram
    [por] pela conta do Instagram
   *[plain] a conta do Instagram
}
about-page = { $form ->
    [de] da Página “{ $name }”
    [em] na Página “{ $name }”
    [a] à Página “{ $name }”
    [por] pela Página “{ $name }”
   *[plain] a Página “{ $name }”
}
about-page-unknown = { $form ->
    [de] da Página
    [em] na Página
    [a] à Página
    [por] pela Página
   *[plain] a Página
}
about-app = { $form ->
    [de] do app “{ $name }”
    [em] no app “{ $name }”
    [a] ao app “{ $name }”
    [por] pelo app “{ $name }”
   *[plain] o app “{ $name }”
}
about-app-unknown = { $form ->
    [de] do app da plataforma
    [em] no app da plataforma
    [a] ao app da plataforma
    [por] pelo app da plataforma
   *[plain] o app da plataforma
}
about-platform = { $form ->
    [de] do { $name }
    [em] no { $name }
    [a] ao { $name }
    [por] pelo { $name }
    [text] o { $name }
   *[plain] { $name }
}
about-platform-own = { $form ->
    [de] do seu app
    [em] no seu app
    [a] ao seu app
    [por] pelo seu app
   *[plain] o seu app
}
about-platform-any = { $form ->
    [de] da plataforma
    [em] na plataforma
    [a] à plataforma
    [por] pela plataforma
   *[plain] a plataforma
}
about-reconnect-any = Na plataforma, conecte de novo a conta do Instagram.

## Dates
date = { $day } de { $month ->
    [1] janeiro
    [2] fevereiro
    [3] março
    [4] abril
    [5] maio
    [6] junho
    [7] julho
    [8] agosto
    [9] setembro
    [10] outubro
    [11] novembro
   *[12] dezembro
} de { $year }

## Outcomes
outcome-pass = ok
outcome-warn = aviso
outcome-fail = falha
outcome-unknown = incerta
outcome-ask = conferir
outcome-skipped = pulada
outcome-waived = dispensada

## Areas
area-access = Acesso
area-account = Conta do Instagram
area-page = Página
area-app = App
area-webhook = Webhook
area-platform = Plataforma
area-messages = Mensagens
area-reply = Resposta

## Who can mend it
actor-account-owner = o dono da conta do Instagram
actor-page-admin = um administrador da Página do Facebook
actor-app-developer = um desenvolvedor do app da Meta
actor-platform-operator = quem opera a plataforma
actor-meta = a Meta
actor-igdoctor = os criadores do igdoctor

## Why something is skipped
because-request = deixada de fora por --skip
because-opt-in = só quando pedida
because-platform = esta plataforma não tem isso
because-flow = esta forma de conexão não tem isso
because-check = não verificada por causa de { $check }
because-access-none = precisa de um token
because-access-app = precisa do ID e da chave secreta do app
because-access-more = o acesso que temos não mostra isso
because-config = não foi informado nada com que comparar
because-usage = os limites da Meta estão próximos
because-interrupted = interrompida antes de ser verificada

## The human report
head-access-none = sem token
head-access-token = token
head-access-app = token e chave secreta
head-flow-facebook = Login do Facebook
head-flow-instagram = Login do Instagram
path-title = Caminho das mensagens
path-stops = as mensagens param aqui
path-open = nenhum defeito foi visto, até onde dá para ver daqui
path-person = só uma pessoa pode ver como está este caminho
path-clear = nenhum defeito foi visto no caminho
path-lost = nenhum defeito foi visto no caminho, e mesmo assim mensagens se perdem
column-check = verificação
column-outcome = resultado
column-says = afirmação, ou por que não foi verificada
found-by-person = { $by ->
    [none] uma pessoa
   *[other] { $by }
} viu isso{ $at ->
    [none] {""}
   *[other] {" "}em { $at }
}
found-by-thumb = por uma regra prática: pelo menos três pessoas diferentes escreveram, e a Meta mostra uma delas
finding-why = Por que importa
finding-who = Quem pode corrigir
finding-also = Também
finding-more = Mais
evidence-error = erro { $code } da Meta
evidence-trace = rastreamento { $trace }
evidence-ms = { $stage } { $ms } ms
finding-evidence = Evidências
finding-mend = O igdoctor pode corrigir isto
finding-next = Depois, verifique de novo
findings-symptom = “{ $symptom }”: o que mais provavelmente está por trás disso vem primeiro.
findings-title = { $count ->
    [one] Um problema
   *[other] { $count } problemas
}
unknown-title = { $count ->
    [one] Um ponto não pôde ser apurado
   *[other] { $count } pontos não puderam ser apurados
}
waived-title = { $count ->
    [one] Um problema que alguém aceita
   *[other] { $count } problemas que alguém aceita
}
waived-by = aceito por { $author } até { $until }: { $reason }
ask-title = { $count ->
    [one] Um ponto que só uma pessoa pode ver
   *[other] { $count } pontos que só uma pessoa pode ver
}
open-title = { $count ->
    [one] Um ponto ficou em aberto
   *[other] { $count } pontos ficaram em aberto
}
walk-title = { $count ->
    [one] Um ponto para conferir; deve ser verdade
   *[other] { $count } pontos para conferir, nesta ordem; cada um deve ser verdade
}
pages-title = Páginas
pages-page = Página
pages-granted = autorizada
pages-linked = vinculada
pages-expected = esperada
yes = sim
no = não
notes-title = Observações
close-healthy = Tudo certo
close-healthy-warnings = Tudo certo, com avisos
close-nothing = Nada foi verificado
close-findings = Algo não está funcionando
close-findings-warning = Há avisos
close-inconclusive = Não foi possível ter certeza
close-interrupted = Interrompido
close-counts = { $pass } ok, { $warn } com aviso, { $fail } com falha, { $unknown } sem certeza, { $ask } a conferir, { $skipped } { $skipped ->
    [one] pulada
   *[other] puladas
}{ $waived ->
    [0] {""}
    [one] , { $waived } dispensada
   *[other] , { $waived } dispensadas
}
close-secret = { $count ->
    [one] Uma verificação precisa
   *[other] { $count } verificações precisam
} do ID e da chave secreta do app (--app e IGDOCTOR_APP_SECRET, ou `app` e `secrets.app_secret` de um cliente).
close-time = { $calls ->
    [0] nenhuma chamada à Meta
    [one] 1 chamada à Meta
   *[other] { $calls } chamadas à Meta
} em { $seconds } s
close-not-checked = Não verificadas: { $checks }
close-saved = O relatório está em { $path }.

## Notes
note-usage = Os limites da Meta estão próximos ({ $percent }% usados), por isso estas perguntas não foram feitas: { $questions }.
note-graph-version = A Meta respondeu com a versão { $answered }, embora tenha sido pedida a { $requested }: a versão pedida provavelmente já foi encerrada.
note-callback-probe = O endereço de callback foi consultado direto desta máquina. Daqui não dá para ver um filtro que só deixe a Meta entrar ou que só deixe a Meta de fora.
note-online-unproven = Quem diz que há alguém online é a própria plataforma. Isso não prova que há uma pessoa: um bot, ou a opção de aceitar chats sem atendentes, também conta como online. Só a lista de atendentes mostra quem está presente.
note-events-unsent = Nenhum evento assinado foi enviado ao endereço de callback: só quem tem a chave secreta do app pode assinar eventos.
note-routing-status = O status que a própria Meta dá ao encaminhamento de conversas é { $status }. O que isso significa não está documentado; o suporte da Meta pode pedir essa informação.
note-provider-app-restricted = Todos os { $count } clientes do app { $app } falham em { $check } pelo mesmo motivo ({ $cause }). O defeito está no app, não nos clientes: quem opera o app precisa corrigir, uma vez só, para todos.
note-tenant-not-checked = Não foi possível verificar { $tenant }: { $why }
note-tenants-left = Interrompido antes de verificar: { $tenants }
note-waiver-invalid = { $problem ->
    [expired] A dispensa de { $check } terminou em { $until }. O que ela aceitava volta a contar.
    [unknown-check] Uma dispensa cita a verificação “{ $check }”, que não existe{ $hint ->
        [none] {""}
       *[other] {" "}(você quis dizer “{ $hint }”?)
    }. Ela não aceita nada.
   *[unknown-cause] A dispensa de { $check } cita a causa “{ $cause }”, que não existe{ $hint ->
        [none] {""}
       *[other] {" "}(você quis dizer “{ $hint }”?)
    }. Ela não aceita nada.
}
note-waiver-unused = A dispensa de { $check }{ $cause ->
    [none] {""}
   *[other] {" "}para { $cause }
} não aceita nada no momento; talvez já possa sair.
note-answer-old = O que foi visto sobre { $check } em { $at } tem mais de 90 dias e não conta mais. Olhe de novo.
note-standby-off = O campo de webhook `standby` está desligado. Enquanto outro app for o app padrão, as mensagens podem chegar só por esse campo.

## Many tenants
all-tenant = cliente
all-verdict = resultado
all-what = o que foi encontrado
all-healthy = tudo certo
all-warnings = tudo certo, com avisos
all-findings = com defeito
all-findings-warning = avisos
all-inconclusive = sem certeza
all-interrupted = interrompido
all-failed = não verificado
all-asks = { $count ->
    [0] {""}
    [one] 1 ponto a conferir
   *[other] { $count } pontos a conferir
}
all-closing = { $count ->
    [one] { $count } cliente
   *[other] { $count } clientes
}: { $healthy } com tudo certo, { $findings } com problemas, { $inconclusive } sem certeza{ $interrupted ->
    [0] {""}
    [one] , { $interrupted } interrompido
   *[other] , { $interrupted } interrompidos
}{ $failed ->
    [0] {""}
    [one] , { $failed } não verificado
   *[other] , { $failed } não verificados
}

## The page
page-skip = Ir para o relatório
page-language = Idioma
page-foot = Escrito pelo igdoctor. Esta página não carrega nada de fora e não envia nada a lugar nenhum.
page-tenants = Clientes
page-contents = Nesta página
page-stops-account = As mensagens param na conta do Instagram
page-stops-page = As mensagens param na Página
page-stops-app = As mensagens param no app
page-stops-webhook = As mensagens param no webhook
page-stops-platform = As mensagens param na plataforma
page-access-broken = Há algo errado com o acesso
page-platform = Plataforma
page-connection = Conexão
page-account = Conta do Instagram
page-checked = Verificado
page-everyone = todos
page-found = O que foi encontrado
page-steps = O que fazer
page-unknown = O que não pôde ser apurado
page-asks = O que só uma pessoa pode ver
page-open = O que ficou em aberto
page-walk = Para conferir, nesta ordem; cada ponto deve ser verdade
page-waived = O que alguém aceita
page-accepted-by = Aceito por
page-accepted-until = Até
page-accepted-why = Motivo
page-checks = Todas as verificações
page-checks-all = Cada verificação com o seu resultado

## Tenants
tenant-name = cliente
tenant-platform = plataforma
tenant-id = Página ou conta
tenant-token = origem do token
tenant-key = ajuste
tenant-value = valor
tenant-from = origem
tenant-unset = Não definidos: { $keys }
tenant-variable-unused = { $variable } está definida, mas não é usada: { $tenant } pega esse valor de outro lugar.
tenant-closing = { $count ->
    [one] { $count } cliente
   *[other] { $count } clientes
} em { $path }.
tenant-no-tenants = { $path } ainda não tem nenhum cliente. Adicione um:
    igdoctor tenant add
tenant-ask-name = Nome do cliente, por exemplo casa-azul
tenant-ask-platform = Qual plataforma de mensagens?
tenant-ask-flow = Como a conta foi conectada?
tenant-ask-page = ID da Página do Facebook, só números (Enter deixa em branco)
tenant-ask-instagram = ID da conta do Instagram, 1784… (Enter deixa em branco)
tenant-ask-app = ID do seu app da Meta (Enter deixa em branco)
tenant-ask-instagram-app = ID do app do Instagram dele (Enter deixa em branco)
tenant-added = { $tenant } está em { $path }.
    Guardar o token:        igdoctor auth login { $tenant }
    Verificar:              igdoctor check { $tenant }
    Sem token:              igdoctor check { $tenant } --no-token
tenant-remove-ask = Remover { $tenant } de { $path }, e os segredos dele do chaveiro?
tenant-removed = { $tenant } não está mais em { $path }, e o chaveiro não guarda nada dele.
tenant-kept = Nada foi removido.

## Logging in
login-ask-tenant = Qual cliente?
login-paste-token = Cole o token
login-open = Abra este endereço no navegador, faça login e aceite:
login-waiting = Aguardando o navegador …
login-paste-address = Cole inteiro o endereço em que o navegador parou
login-short = O token expira em cerca de uma hora: só com a chave secreta do app dá para trocá-lo por um de longa duração.
login-exchanged = Era um token de curta duração; foi trocado por um de longa duração.
login-kept = O token de { $tenant } está guardado. Lugar: { $place }{ $until ->
    [none] .
   *[other] ; ele expira em { $until }.
}
login-renewed = { $tenant } tem um token novo, já guardado. Lugar: { $place }{ $until ->
    [none] .
   *[other] ; ele expira em { $until }.
}
login-not-kept-foreign = O token não foi guardado: não é o que deveria estar aqui. (--anyway guarda mesmo assim.)
login-not-kept-dead = O token não foi guardado: a Meta não o aceita.
login-never-ends = O token de { $tenant } nunca expira, então não há o que renovar.
login-not-kept-unknown = O token não foi guardado, porque não foi possível descobrir o que ele é. Tente de novo quando isso funcionar, ou acrescente --anyway.
login-again = Não concedidas: { $permissions }. Fazer login mais uma vez para pedir?
login-lacking = Faltam: { $permissions }. Só o consentimento da pessoa resolve, em um novo login:
    igdoctor auth login { $tenant } --browser --rerequest
login-lacking-elsewhere = Faltam: { $permissions }. Só o consentimento da pessoa resolve, no lugar em que o token foi criado.
status-tenant = cliente
status-source = origem do token
status-token = token
status-none = nenhum
status-why = motivo
status-kind = de quem
status-of-page = de uma Página
status-of-user = de uma pessoa
status-of-account = de uma conta do Instagram
status-app = app
status-ends = expira
status-never = nunca
status-unknown = não se sabe: só a chave secreta do app, ou um login pelo igdoctor, mostra isso
status-data-access = fim do acesso aos dados
status-missing = permissões que faltam
status-next = Próximo passo
status-well = Não é preciso fazer nada.
status-not-told = Não foi possível descobrir se o token funciona.
logout-done = O token de { $tenant } não está mais neste lugar: { $place }. Na Meta, ele continua valendo até expirar ou até o dono retirá-lo: no Facebook em “Configurações” → “Integrações comerciais”, no Instagram em “Permissões de sites” → “Apps e sites”.
logout-nothing = Não havia token de { $tenant } neste lugar: { $place }.

## Repair
repair-nothing = Não há nada para corrigir.
repair-dry = Nada foi alterado. O que está escondido por trás destes pontos só aparece quando eles forem corrigidos.
repair-kind-safe = seguro: afeta só este cliente e pode ser desfeito
repair-kind-careful = com cuidado: olhe duas vezes
repair-kind-manual = uma pessoa precisa fazer isto
repair-call = chamada
repair-before = antes
repair-after = depois
repair-not-connected = não conectado
repair-no-fields = nada
repair-touches = afeta
repair-touches-tenant = só este cliente
repair-touches-app = todos os clientes do app “{ $app }”
repair-touches-token = o token guardado e quem o usa
repair-undo = desfazer
repair-undo-all = igdoctor undo { $tenant }
repair-undo-activation = igdoctor undo { $tenant } retira os campos; um webhook que foi ligado continua ligado
repair-undo-verify-token = igdoctor undo { $tenant } retira os campos; o token de verificação na Meta continua sendo o que for informado agora
repair-undo-token = não dá: um token renovado continua renovado
repair-ask-no-token = Não há token. Percorrer o guia da plataforma sem ele, pergunta por pergunta?
repair-ask-app = Isto afeta todos os clientes do app. Digite o nome dele, { $app }, para continuar (Enter deixa como está)
repair-wrong-app = Esse não é o nome do app.
repair-open-happened = Uma correção anterior de { $check } foi interrompida. Ela chegou a ser aplicada; igdoctor undo { $id } a desfaz.
repair-open-keep = Manter a correção? (Responder não a desfaz.)
repair-open-not-happened = Uma correção anterior de { $check } foi interrompida antes de ser aplicada.
repair-open-taken-back = A reversão de { $id } ({ $check }) foi interrompida. Ela chegou a ser feita.
repair-open-stays = A reversão de { $id } ({ $check }) foi interrompida antes de ser feita; a mudança continua em vigor.
repair-open-unknown = Uma correção anterior de { $check } foi interrompida; não dá para saber agora se ela foi aplicada.
repair-blocked-callback = { $check }: agora não. Primeiro o endereço de callback precisa responder como a Meta exige; senão, a Meta retira a assinatura de novo.
repair-blocked-verify-token = { $check }: é preciso o token de verificação do callback (IGDOCTOR_VERIFY_TOKEN, ou secrets.verify_token do cliente).
repair-blocked-app-secret = { $check }: são necessários o ID e a chave secreta do app.
repair-blocked-callback-url = { $check }: é preciso o endereço que a Meta deve chamar (--callback-url).
repair-blocked-app = { $check }: não se sabe a qual app o token pertence (--app).
repair-blocked-page-token = { $check }: o token de uma Página não se renova; um novo login cria outro.
repair-not-asked = { $check }: exige cuidado, por isso só é feito se for citado: --only { $check } --yes
repair-declined = { $check }: deixado como está.
repair-done = { $check }: feito, e a Meta já mostra. Para desfazer: igdoctor undo { $id }
repair-done-without = { $check }: feito, e a Meta já mostra; estes campos a Meta não aceita: { $more }. Para desfazer: igdoctor undo { $id }
repair-was-right = { $check }: já estava certo; nada foi gravado.
repair-refused = { $check }: a Meta recusou, e nada foi alterado: { $more }
repair-by-hand = { $check }: a Meta não deixa mudar isto pela API, e nada foi alterado ({ $more }). É preciso fazer à mão no Painel de Apps; os passos estão abaixo.
repair-by-hand-not-taken = { $check }: a Meta não aceitou a mudança. É preciso fazer à mão no Painel de Apps; os passos estão abaixo.
repair-not-taken = { $check }: a Meta não aceitou a mudança. Tente de novo mais tarde; se continuar assim, faça à mão no Painel de Apps.
repair-unknown = { $check }: não foi possível ler se foi aplicado ({ $more }). A próxima correção olha de novo.
repair-unreadable = { $check }: não foi possível ler o que existe lá ({ $more }), por isso nada foi gravado.
repair-renewed = { $check }: o token foi renovado. Onde está o novo: { $more }.
repair-not-renewed = { $check }: não foi possível renovar o token: { $more }

## Guided repair
symptom-no-messages = As mensagens diretas não chegam
symptom-no-comments = Os comentários não chegam
symptom-reply-fails = Não é possível enviar respostas
symptom-private-reply-fails = Não é possível enviar uma resposta privada a um comentário
symptom-unknown = Não sei
guided-ask-symptom = O que acontece?
guided-resume = Em { $at } você começou e parou no meio. Continuar dali?
guided-step = Passo { $step }: { $title }
guided-step-page = Passo { $step } ({ $page } de { $pages }): { $title }
guided-see = O que você vê?
guided-see-now = E agora, o que você vê?
guided-where = Olhe aqui:
guided-yes = Sim
guided-no = Não
guided-dont-know = Não sei
guided-leave-open = Ainda não sei, continuar
guided-what-now = E agora?
guided-mend = Corrigir agora
guided-mend-safe = O igdoctor pode corrigir isto agora para você, pela API da Meta. Afeta só esta conexão e pode ser desfeito. Para quem quer saber exatamente:
guided-mend-careful = O igdoctor pode corrigir isto agora para você, pela API da Meta. Olhe duas vezes: afeta mais do que esta conexão, ou não pode ser desfeito. Exatamente:
guided-done = Pronto, olhe de novo
guided-open = Abrir no navegador a página da Meta sobre isto
guided-opened = Se nenhum navegador abriu, a página é: { $link }
guided-back = Voltar
guided-skip = Pular isto
guided-stop = Parar por hoje
guided-help = Ajuda
guided-read-on = Continuar a leitura
guided-from-top = Ler de novo desde o começo
guided-to-step = Voltar ao passo
guided-help-who = Quem pode fazer isto: { $actor }. Se for outra pessoa, envie estes passos a ela, escolha “Pular isto” e volte depois.
guided-help-link = A página da própria Meta sobre isto: { $link }
guided-still = Ainda não: a Meta continua mostrando como estava. Uma mudança pode levar um ou dois minutos.
guided-not-yet = Ainda não, então. Uma mudança pode levar um ou dois minutos; recarregue a página e olhe de novo.
guided-other = Isso mudou, mas ainda falta algo: { $message }
guided-untold = Não foi possível saber agora. { $message }
guided-hidden = Nesse meio-tempo, outra coisa deixou de funcionar e impede a verificação.
guided-now-right = Agora está certo.
guided-filed = Sua resposta foi guardada, mas igdoctor.toml diz outra coisa e vale mais: mude lá.
guided-nothing = Não há nenhum defeito, e não resta nada para você conferir.
guided-end = Esse foi o último passo. Está tudo assim agora:
guided-handover = A página para o suporte está em { $path }.
guided-stopped = Parado. Você pode continuar em qualquer dia: { $command }
guided-stopped-sandbox = Parado. Um mundo do sandbox não fica guardado para outro dia.

## Handover
handover-title = igdoctor: { $tenant }
handover-about = Conexão de uma conta do Instagram com { $platform }. A correção começou em { $began }.
handover-page = Página do Facebook: { $id }
handover-account = Conta do Instagram: { $id }
handover-symptom = O que acontece: { $symptom }
handover-found = O que estava errado
handover-none = Nenhum defeito foi encontrado.
handover-did = O que foi feito
handover-nothing = Nada até agora.
handover-by-igdoctor = feito pelo igdoctor, pela API da Meta
handover-by-person = feito por uma pessoa, nas telas da Meta
handover-seen = O que uma pessoa olhou e achou certo
handover-left = O que falta
handover-well = Não falta nada.
handover-for = Para { $actor }.

## Explain
explain-check = Verificação { $id }
explain-cause = Causa { $id }
explain-symptom = Sintoma { $id }
explain-error = Erro { $code } da Meta
explain-error-http = Status HTTP { $code }
explain-text = Um texto conhecido
explain-also-pasted = Também no que foi colado
explain-means = A Meta quer dizer
explain-trace = ID de rastreamento para o suporte da Meta
explain-states = O que afirma
explain-not-holding = Então isto não é verdade
explain-needs = Só é verificada depois de
explain-needs-nothing = nenhuma outra verificação
explain-tier = O que é preciso
explain-tier-none = nada: nenhum token
explain-tier-token = um token
explain-tier-app = um token, além do ID e da chave secreta do app
explain-symptoms = O que se percebe
explain-check-it = Verifique
explain-more = Passos
explain-a-cause = igdoctor explain CAUSA
explain-causes = { $count ->
    [one] A causa dela
   *[other] As { $count } causas dela
}
explain-questions = { $count ->
    [one] O que uma pessoa pode conferir
   *[other] O que uma pessoa pode conferir, em { $count } perguntas
}
explain-symptom-checks = { $count ->
    [one] Uma verificação procura isso
   *[other] { $count } verificações procuram isso, na ordem do caminho das mensagens
}
explain-symptom-causes = { $count ->
    [one] Uma causa que nenhuma verificação vê
   *[other] { $count } causas que nenhuma verificação vê
}
explain-ranked = { $count ->
    [one] A causa
   *[other] { $count } causas possíveis, a mais provável primeiro
}
explain-only-calls = Só para uma chamada com
explain-add-call = O que isto quer dizer depende da chamada que recebeu esta resposta. Informe a chamada, e a resposta será mais precisa: --call "GET /me/accounts"
explain-certain = certa
explain-likely = provável
explain-possible = possível
explain-none = Não se sabe nada sobre isso.
explain-none-meant = Não se sabe nada sobre isso. Você quis dizer “{ $name }”?
explain-none-code = O erro { $code } da Meta não é conhecido aqui.
explain-none-subcode = O erro { $code } da Meta não é conhecido com este subcódigo. Em geral, o código quer dizer: { $says }
explain-none-throttled = O erro { $code } da Meta não é conhecido aqui. Números como este indicam limites na quantidade de chamadas.
explain-none-permission = O erro { $code } da Meta não é conhecido aqui. Números de 200 a 299 indicam permissões.
explain-none-hint = Informe uma verificação (igdoctor list mostra todas), uma causa, um sintoma ({ $symptoms }), um texto de uma tela, um erro como 190/463 ou o erro inteiro, como foi colado: igdoctor explain - o lê.
explain-value-account-id = 1784…
explain-value-stored-id = outro
explain-value-date = uma data próxima
explain-value-most-bytes = 1000
explain-value-word = …
explain-value-token-flow = um tipo de login
explain-value-flow = o outro

## Undo
undo-what = { $id }, de { $check }: isto retira { $fields }. Entrou com { $call }
undo-ask = Desfazer?
undo-done = { $id } foi desfeita, e a Meta já mostra.
undo-nothing = { $id }: não havia mais nada dela.
undo-empty = Nada foi alterado até agora.
undo-change = mudança
undo-when = quando (UTC)
undo-state = estado
undo-state-open = interrompida
undo-state-done = em vigor
undo-state-not-made = nunca feita
undo-state-undoing = sendo desfeita
undo-state-undone = desfeita

## Progress
progress-asking = Perguntando: { $question }
progress-start = Verificando { $tenant }
progress-answered = respondida
progress-refused = recusada
progress-unreachable = sem resposta
progress-left = não feita
progress-told = { $question } ({ $id }): { $state }
progress-end = Respostas recebidas: { $answered }. Recusadas, sem resposta ou não feitas: { $others }.

## Prompts
prompt-tenant = Qual cliente?
prompt-yes-no = Responda { $yes } ou { $no }. Ctrl-C encerra.
prompt-keys = Setas para cima e para baixo movem, Enter escolhe, Esc sai
prompt-keys-pages = Setas para cima e para baixo movem, as laterais viram a página, Enter escolhe, Esc sai
prompt-number = Número, 0 para sair
prompt-number-wrong = Responda com um número de 1 a { $count }, ou 0 para sair. Ctrl-C encerra.
prompt-number-or-answer = Número, { $yes } ou { $no }; 0 para sair
prompt-number-or-answer-wrong = Responda { $yes }, { $no } ou um número de 1 a { $count }; 0 sai. Ctrl-C encerra.
prompt-hidden = não aparece enquanto você digita
prompt-hidden-empty = Nada foi digitado. Ctrl-C encerra.
prompt-hidden-malformed = Há aí caracteres que nenhum token tem, como um espaço no meio. Copie de novo.

## Lists
list-says = afirmação
list-tier = requer
list-tier-opt-in = { $tier }, a pedido
list-fix = correção
fix-safe = segura
fix-careful = cuidadosa
fix-manual = manual
list-flows = Formas de conectar
list-page = Página
list-account = Conta do Instagram
list-routing = Encaminhamento de conversas
list-connector = Quem pode conectar
list-source = Fonte
list-page-none = não é necessária
list-page-messaging = necessária, com o direito de cuidar das mensagens dela
list-page-settings = necessária, com o direito de abrir as configurações dela
list-page-verified = precisa ser verificada
list-account-professional = comercial ou de criador de conteúdo
list-account-business = comercial
list-routing-ours-or-none = o app dela é o app padrão, ou não há app padrão
list-routing-chosen = o app dela precisa estar selecionado como app padrão
list-connector-untold = não informado
list-connector-platform-admin = um administrador da plataforma
list-connector-app-role = alguém com uma função no app
list-inferred = { $what } (deduzido)
list-platforms-closing = { $count } plataformas. Deduzido: a fonte não diz, mas decorre das regras da Meta. `igdoctor list --platforms --format json` mostra tudo o que se sabe de cada uma. Para escolher uma: igdoctor check --platform { $platform }
list-closing = { $count } verificações de uma conexão e { $replies } de uma resposta, para `igdoctor message`. `igdoctor list --format json` mostra tudo o que se sabe de cada uma.
sandbox-world = mundo
sandbox-about = o que há nele
sandbox-closing = { $count } mundos. Experimente um: igdoctor check --sandbox { $world }

## Errors
error = erro: { $what }
error-lang-variable = IGDOCTOR_LANG: o igdoctor não fala “{ $value }”; ele fala { $known }

## Reports for CI servers and tickets
summary-cut = Este resumo não está completo: o GitHub não mostra mais de 1 MiB. Outro formato do relatório mostra tudo.
github-more = { $count ->
    [one] Mais um não é mostrado aqui; outro formato do relatório mostra todos.
   *[other] Mais { $count } não são mostrados aqui; outro formato do relatório mostra todos.
}
ticket-page = Página do Facebook
ticket-account = Conta do Instagram
ticket-flow = conectado por
ticket-access = verificado com
ticket-checked = verificado em
ticket-version = API Graph
ticket-tool = programa
ticket-checks = Verificações

## Saved reports, and what changed between them
moment = { $day }, { $time } UTC
show-from = Relatório salvo de { $moment }, escrito pelo igdoctor { $version }
page-compared = Relatório anterior
ticket-compared = relatório anterior
compared-nothing = não conhece este cliente
finding-new = Novo desde { $moment }
finding-changed = Mudou desde { $moment }
finding-unclear = Talvez seja novo: não dá para comparar com o relatório de { $moment }
finding-first = Novo: o relatório anterior não conhece este cliente
since = Desde { $moment }
since-nothing = O relatório anterior não conhece este cliente, por isso tudo o que foi encontrado é novo
since-new = novo
since-gone = resolvido
since-changed = mudou
since-unclear = não dá para comparar
since-same = { $count ->
    [0] Nenhuma verificação está como estava.
    [one] Uma verificação está como estava.
   *[other] { $count } verificações estão como estavam.
}
diff-when = De { $before } a { $now }
diff-came = { $now }; o relatório anterior não conhece este cliente
diff-new = { $count ->
    [one] Um problema novo
   *[other] { $count } problemas novos
}
diff-changed = { $count ->
    [one] Um problema mudou
   *[other] { $count } problemas mudaram
}
diff-gone = { $count ->
    [one] Um problema não existe mais
   *[other] { $count } problemas não existem mais
}
diff-still = { $count ->
    [one] Um problema continua como estava
   *[other] { $count } problemas continuam como estavam
}
diff-unclear = { $count ->
    [one] Uma verificação não pode ser comparada
   *[other] { $count } verificações não podem ser comparadas
}
diff-before = Antes
diff-open-before = visto agora, mas não antes
diff-open-now = não visto agora
diff-same = Sem mudança
diff-closing = novos: { $new }, resolvidos: { $gone }, mudados: { $changed }, iguais: { $same }, sem comparação: { $unclear }
diff-left = Só no relatório anterior
diff-failed = Não verificados no relatório posterior
close-new = Há algo novo
close-nothing-new = Nada de novo
all-nothing-new = nada de novo

## Files that are read again
saved-unreadable = { $file }: não é possível ler: { $why }
saved-too-long = { $file }: tem mais de { $megabytes } MB, portanto não é um relatório do igdoctor
saved-bad = { $file }: { $why }
saved-no-json = linha { $line }, coluna { $column }: isto não é JSON ({ $why }). Um relatório é o que `igdoctor check --format json` escreve.
saved-no-report = isto é JSON, mas não é um relatório. Um relatório é o que `igdoctor check --format json` escreve.
saved-evidence = isto são evidências salvas, não um relatório; `igdoctor check --evidence FILE` as avalia.
saved-newer = isto foi escrito por um igdoctor mais novo (formato { $found }, este conhece { $known }). Use um igdoctor mais novo.
saved-part = { $path } não está como em um relatório: { $why }. O arquivo foi alterado à mão ou escrito por outro igdoctor? Escreva-o de novo com `igdoctor check --format json`.
saved-no-slug = não é um id como token-valid
saved-no-time = não é um horário como 2026-11-21T10:00:00Z
saved-no-day = não é um dia como 2026-12-01
saved-platform = { $platform }: o relatório fala desta plataforma, mas ela não está aqui; as palavras sobre ela são gerais.
saved-reconnect = Conecte a conta de novo em { $platform }.
saved-strangers = Estes relatórios são de clientes diferentes ({ $before }; { $now }), por isso não podem ser comparados.
compare-stranger = --compare { $file }: o relatório é de { $before }, não de { $now }.
diff-swapped = O primeiro relatório é mais novo que o segundo; mesmo assim, é tomado como o anterior.
## Páginas do manual
man-name = NOME
man-synopsis = SINOPSE
man-description = DESCRIÇÃO
man-subcommands = COMANDOS
man-extra = EXEMPLOS
man-version = VERSÃO
man-values = Valores possíveis:
man-default = padrão:
man-unknown = O comando “{ $name }” não existe. Comandos: { $known }
man-no-commands = { $command } não tem um comando “{ $name }”

## What is asked, while it is asked
question-token = tipo e validade do token
question-issuer = o app que emitiu o token
question-identity = o dono do token
question-account = a conta do Instagram
question-permissions = permissões do token
question-pages = Páginas que o token pode ver
question-page = a Página
question-subscription = apps conectados à Página
question-conversations = conversas do Instagram
question-receivers = destinatários das conversas
question-media = publicações e comentários
question-app = o app da Meta
question-app-permissions = permissões do app
question-app-webhooks = webhooks do app
question-outsider = uma pessoa que escreveu
question-thread = uma conversa
question-thread-owner = quem cuida da conversa mais recente
question-callback = o endereço de callback
question-deletion-callback = os endereços de exclusão de dados e de remoção do app
question-platform = o endereço da plataforma
question-round-trip = uma mensagem real a caminho

## One reply
close-reply-accepted = Seria aceita
close-reply-warnings = Seria aceita, com avisos
close-reply-open = Nada indica que seria recusada, mas nem tudo foi informado
close-reply-refused = Seria recusada
close-reply-accepted-unless = Seria aceita, a não ser que a conversa esteja com outro app
close-reply-warnings-unless = Seria aceita, com avisos, a não ser que a conversa esteja com outro app
close-reply-doubtful = Pode ser recusada
close-reply-unknown = Não foi possível saber se seria aceita
close-reply-open-warnings = Há avisos, e nem tudo foi informado

## Webhook requests
webhook-handshake = Esta é a pergunta com que a Meta confirma um endereço de callback, não um evento. Ela não tem assinatura; o endereço responde com hub.challenge.
webhook-cut = Pelos cabeçalhos, o corpo é maior: falta aqui o fim dele.
webhook-body = Corpo
webhook-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
webhook-object = Objeto
webhook-object-unknown = O webhook é sobre um objeto que o igdoctor não conhece.
webhook-problem-empty = Não há corpo.
webhook-problem-not-text = O corpo não é texto em UTF-8.
webhook-problem-not-json = O corpo não é JSON, ou tem níveis demais.
webhook-problem-not-meta = O corpo é JSON, mas não é um webhook da Meta: faltam object e entry.
webhook-events = { $count ->
    [one] { $count } evento
   *[other] { $count } eventos
}
webhook-more = { $count ->
    [one] Mais { $count } evento não foi analisado.
   *[other] Mais { $count } eventos não foram analisados.
}
webhook-signature = Assinatura digital
webhook-signature-right = certa
webhook-signature-wrong = errada
webhook-signature-malformed = não é uma assinatura
webhook-signature-absent = ausente
webhook-signature-unchecked = não verificada: não há chave secreta
webhook-signer-app = Foi feita com a chave secreta do app da Meta.
webhook-signer-instagram-app = Foi feita com a chave secreta do app do Instagram.
webhook-altered-line-break = Estaria certa sem a quebra de linha no fim do corpo, que a Meta não enviou.
webhook-altered-unescaped = Estaria certa se as letras estivessem no formato em que a Meta as envia, por exemplo \u00e1. Um programa leu o corpo e o escreveu de novo, mas a assinatura é conferida sobre os bytes exatamente como chegaram.
webhook-wrong-why = Ou a chave secreta é de outro app, ou o corpo mudou depois que a Meta assinou, ou não veio da Meta.
webhook-only-old = Só há X-Hub-Signature, que não basta mais: procure X-Hub-Signature-256.
webhook-kind-message = Uma mensagem
webhook-kind-echo = Uma mensagem enviada pela própria conta (eco)
webhook-kind-deleted = Uma mensagem foi apagada
webhook-kind-unsupported = Uma mensagem que a Meta não repassa
webhook-kind-edit = Uma mensagem foi editada
webhook-kind-reaction = Uma reação a uma mensagem
webhook-kind-reaction-removed = Uma reação foi retirada
webhook-kind-read = Uma mensagem foi lida
webhook-kind-postback = Um botão foi tocado
webhook-kind-referral = Alguém veio por um link ou anúncio
webhook-kind-optin = Alguém aceitou receber mensagens
webhook-kind-pass-thread-control = A conversa foi passada para um app
webhook-kind-take-thread-control = Um app assumiu a conversa
webhook-kind-request-thread-control = Um app pede a conversa
webhook-kind-comment = Um comentário
webhook-kind-live-comment = Um comentário em uma transmissão ao vivo
webhook-kind-mention = A conta foi mencionada
webhook-kind-other = Algo que o igdoctor não conhece
webhook-channel-messaging = em messaging: a conversa está com este app, ou com nenhum
webhook-channel-standby = em standby: a conversa está com outro app
webhook-channel-changes = em changes
webhook-field = Campo { $field }, { $channel }
webhook-field-alone = Campo { $field }
webhook-array = em { $name }
webhook-account = Conta
webhook-account-expected = a esperada
webhook-account-other = não é a esperada
webhook-account-test = de ninguém: um teste do painel
webhook-account-unknown = nada com que comparar
webhook-customer = Cliente
webhook-comment = Comentário
webhook-owner = App que está com a conversa agora
webhook-owner-this = este app
webhook-owner-other = outro app
webhook-to = este é o seu “to”
webhook-time = Hora
webhook-holds = Contém
webhook-length = { $kind } ({ $characters ->
    [one] { $characters } caractere
   *[other] { $characters } caracteres
}, { $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
})
webhook-holds-text = texto
webhook-holds-image = imagem
webhook-holds-video = vídeo
webhook-holds-audio = áudio
webhook-holds-file = arquivo
webhook-holds-share = post compartilhado
webhook-holds-reel = vídeo do Reels
webhook-holds-story-mention = menção em um story
webhook-holds-ephemeral = foto ou vídeo temporário
webhook-holds-sticker = figurinha
webhook-holds-quick-reply = escolha de uma resposta pronta
webhook-holds-reply-to-message = resposta a uma mensagem
webhook-holds-reply-to-story = resposta a um story
webhook-holds-referral = de onde a pessoa veio
webhook-holds-other = outra coisa
webhook-note-message-in-changes = Está em changes, não em messaging: uma plataforma que lê só messaging perde isto.
webhook-note-flat-field = Está direto na própria entrada (entry), não em changes: é preciso ler as duas formas.
webhook-note-edit-of-nothing = Nada foi mudado: com um app em desenvolvimento, já se viu uma edição assim no lugar da própria mensagem.
webhook-note-own-message = A conta escreveu para si mesma.
webhook-duty = O que a plataforma deve fazer
webhook-duty-show-message = mostrar e deixar responder a este cliente
webhook-duty-show-notice = mostrar que chegou algo que não pode ser mostrado, sem descartar
webhook-duty-show-own = mostrar como da própria conta, sem responder
webhook-duty-update = mudar o que já mostra
webhook-duty-act = fazer o que o botão pede
webhook-duty-remember = guardar de onde a pessoa veio
webhook-duty-note-consent = anotar que esta pessoa aceitou receber mensagens
webhook-duty-listen-only = mostrar, se quiser, mas não responder: a conversa está com outro app
webhook-duty-follow-control = anotar com quem a conversa está agora
webhook-duty-decide-control = decidir se passa a conversa ao app que a pede; até lá nada muda
webhook-duty-show-comment = mostrar o comentário e responder em público ou com uma resposta privada
webhook-duty-look-up = perguntar à API do que se trata
webhook-duty-refuse = recusar com 403 e não mostrar nada: não há prova de que veio da Meta
webhook-duty-other-account = não mostrar nada a quem atende esta conta: é de outra conta
webhook-duty-other-product = tratar como algo da própria Página (Messenger), não do Instagram
webhook-duty-nothing = responder 200 e só: o teste prova que o endereço é alcançado, nada mais
webhook-duty-pass-over = responder 200 e ignorar

## Uma mensagem no caminho
trace-send = Peça a alguém que mande esta palavra pelo Instagram, como mensagem direta para { $account }, de outra conta:
trace-send-stranger = Mande esta palavra pelo Instagram, como mensagem direta para { $account }, a partir de uma conta sem função { $app }:
trace-send-role-holder = Mande esta palavra pelo Instagram, como mensagem direta para { $account }, a partir de uma conta que tem função { $app }:
trace-keeps-nothing = O igdoctor procura só esta palavra, nas conversas que mudarem agora, e não guarda mais nada. Ctrl-C encerra.
trace-keeps-nothing-listening = O igdoctor procura só esta palavra, nos webhooks que chegarem, e não guarda mais nada. Ctrl-C encerra.
trace-listening = Esperando webhooks em { $address }.
trace-waits-sight = Esperando que a Meta mostre a mensagem ({ $passed } de { $all })
trace-waits-webhook = Esperando o webhook da mensagem ({ $passed } de { $all })
trace-seen = { $count ->
    [one] A Meta mostrou a mensagem depois de { $seconds } s.
   *[other] A Meta mostrou a mensagem { $count } vezes, depois de { $seconds } s.
}
trace-handshake-answered = Webhook: alguém, provavelmente a Meta, perguntou se este é o endereço certo e teve resposta.
trace-handshake-wrong-token = Webhook: alguém perguntou se este é o endereço certo, com outro token de verificação; recusado.
trace-handshake-no-token = Webhook: alguém perguntou se este é o endereço certo; recusado, porque nenhum token de verificação foi informado (IGDOCTOR_VERIFY_TOKEN).
trace-handshake-no-challenge = Webhook: alguém perguntou se este é o endereço certo, mas sem desafio; recusado.
trace-event-ours = Webhook recebido. { $kind }, { $channel }. É a mensagem com a palavra.
trace-event-ours-again = Webhook recebido. { $kind }, { $channel }. É a mensagem com a palavra, mais uma vez.
trace-event = Webhook recebido. { $kind }, { $channel }.
trace-event-again = Webhook recebido mais uma vez. { $kind }, { $channel }.
trace-event-test = Webhook recebido: o teste do painel. Ele mostra que o endereço pode ser alcançado, e nada mais.
trace-event-other-product = Webhook recebido com a palavra, mas não é do Instagram: parece uma mensagem do Messenger.
trace-event-other-account = Webhook recebido com a palavra, mas para outra conta: { $account }.
trace-event-none = Webhook recebido, com a assinatura certa, mas não há nenhum evento nele.
trace-refused-too-large = Requisição recusada: o corpo é grande demais.
trace-refused-incomplete = Requisição recusada: o corpo não chegou inteiro.
trace-refused-stray = Requisição recusada: não é um webhook.
trace-refused-wrong = Webhook recusado: a assinatura está errada. Foi feita com outra chave secreta do app, ou o corpo foi alterado no caminho.
trace-refused-malformed = Webhook recusado: o que está no lugar da assinatura não é uma.
trace-refused-absent = Requisição recusada: não está assinada.
trace-refused-unchecked = Webhook recusado: não há chave secreta para conferir a assinatura.
trace-ask-sender = Quem vai mandar a mensagem?
trace-sender-stranger = Alguém sem função { $app }, como um cliente
trace-sender-role-holder = Alguém com função { $app }: administrador, desenvolvedor ou testador
trace-dont-know = Não sei
trace-yes = Sim
trace-no = Não
trace-ask-sent = A mensagem com a palavra “{ $word }” foi enviada?
trace-ask-shown = A plataforma ({ $platform }) mostra a mensagem com a palavra “{ $word }”?
trace-ask-place = Abra o app do Instagram usando { $account }: onde está a mensagem com a palavra “{ $word }”?
trace-place-inbox = Entre as outras conversas
trace-place-requests = Nas solicitações de mensagem
trace-place-nowhere = Em lugar nenhum
trace-ask-self = Mandar uma mensagem { $account } para a própria conta? Ninguém mais a recebe.
trace-not-begun = Nenhuma mensagem é pedida: o caminho já está interrompido.
trip-title = O caminho da mensagem (segundos desde que a palavra apareceu)
trip-sender-stranger = Enviada por alguém sem função no app.
trip-sender-role-holder = Enviada por alguém com função no app.
trip-sender-account = Enviada pela conta para si mesma.
trip-proves-stranger = Portanto, o nível de acesso do app não deixa desconhecidos de fora.
trip-proves-role-holder = Isso não diz nada sobre mensagens de quem não tem função.
trip-proves-account = Isso não diz nada sobre mensagens de quem não tem função.
trip-seen = Depois de { $seconds } s: a Meta a mostra ao app.
trip-times = { $count ->
    [one] Ela está lá uma vez.
   *[other] Ela está lá { $count } vezes.
}
trip-holder-ours = A Meta considera a conversa do próprio app: ele é o app padrão, ou nenhum está definido.
trip-holder-other = A Meta não considera a conversa do próprio app: outro app está com ela.
trip-holder-ours-named = O app está com a conversa, como diz a própria Meta ({ $app }).
trip-holder-other-named = Outro app está com a conversa, como diz a própria Meta ({ $app }).
trip-webhook-messaging = Depois de { $seconds } s: o webhook chegou.
trip-webhook-standby = Depois de { $seconds } s: o webhook chegou, como standby: outro app está com a conversa.
trip-webhook-changes = Depois de { $seconds } s: o webhook chegou, como uma mudança.
trip-shown = Depois de { $seconds } s: alguém a viu na plataforma.
trip-unseen = Durante { $seconds } s: a Meta não a mostrou ao app.
